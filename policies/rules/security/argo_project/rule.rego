# METADATA
# title: Argo CD project without limits
# description: An Argo CD application must belong to a project that lists what it may deploy, from where, and to where.
# custom:
#   id: SEC-124
#   aliases: []
#   family: security
#   severity: high
#   scope: target
#   standards: []
#   covers: {threats: [isolation, governance], families: [gitops]}
#   rationale: |
#     The project is the only boundary in Argo CD, because its controller may do everything. A wildcard removes that boundary.
#   remediation: Create an AppProject that lists repositories, destinations and cluster-scoped kinds, and set it in `spec.project`.
#   since: 0.1.0
package altostrata.rules.security.argo_project

import data.altostrata.lib.objects

projects := objects.of_kind("argoproj.io/AppProject")

considered := count(objects.of_kinds(["argoproj.io/Application", "argoproj.io/ApplicationSet", "argoproj.io/AppProject"]))

findings contains {"path": objects.inside(index, ["spec", "project"]), "message": message} if {
	some index in objects.of_kind("argoproj.io/Application")
	object.get(input.resources[index].object.spec, "project", "default") == "default"
	message := $"{input.resources[index].id} belongs to the default project, which may deploy anything anywhere"
}

findings contains {"path": objects.inside(index, ["spec", "template", "spec", "project"]), "message": message} if {
	some index in objects.of_kind("argoproj.io/ApplicationSet")
	object.get(input.resources[index].object.spec.template.spec, "project", "default") == "default"
	message := $"the applications of {input.resources[index].id} belong to the default project, which may deploy anything anywhere"
}

findings contains {"path": objects.inside(index, ["spec", "sourceRepos", position]), "message": message} if {
	some index in projects
	some position, repository in input.resources[index].object.spec.sourceRepos
	startswith(trim_prefix(trim_prefix(repository, "https://"), "git@"), "*")
	message := $"{input.resources[index].id} may deploy from any repository"
}

findings contains {"path": objects.inside(index, ["spec", "destinations", position, key]), "message": message} if {
	some index in projects
	some position, destination in input.resources[index].object.spec.destinations
	some key in ["namespace", "server", "name"]
	wild(destination[key])
	message := $"{input.resources[index].id} may deploy to any {key}"
}

findings contains {"path": objects.inside(index, ["spec", "clusterResourceWhitelist", position]), "message": message} if {
	some index in projects
	some position, allowed in input.resources[index].object.spec.clusterResourceWhitelist
	allowed.kind == "*"
	message := $"{input.resources[index].id} may create cluster-scoped objects of any kind, such as bindings to cluster-admin"
}

# A pattern of wildcards and separators only.
wild(pattern) if {
	contains(pattern, "*")
	trim(pattern, "*-./:") == ""
}
