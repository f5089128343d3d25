# METADATA
# title: Deployment runs with the rights of the deployer
# description: Each Flux object must set the service account it acts as, and use a source in its own namespace.
# custom:
#   id: SEC-120
#   aliases: []
#   family: security
#   severity: high
#   scope: target
#   standards: []
#   covers: {threats: [privilege], families: [gitops]}
#   rationale: |
#     The controller has all rights so that it can install anything. An object without its own account is applied with the same
#     rights: one line in an application's folder is enough to take over the target.
#   remediation: Set `serviceAccountName` to an account in the namespace, and keep the source in the same namespace.
#   since: 0.1.0
package altostrata.rules.security.deployer_rights

import data.altostrata.lib.objects

actors := objects.of_kinds(["kustomize.toolkit.fluxcd.io/Kustomization", "helm.toolkit.fluxcd.io/HelmRelease", "fluxcd.controlplane.io/ResourceSet"])

considered := count(actors)

findings contains {"path": objects.inside(index, ["spec", "serviceAccountName"]), "message": message} if {
	some index in actors
	object.get(input.resources[index].object.spec, "serviceAccountName", "") == ""
	message := $"{input.resources[index].id} is applied with the controller's administrator rights"
}

sources := [["sourceRef"], ["chart", "spec", "sourceRef"], ["chartRef"]]

findings contains {"path": objects.inside(index, array.concat(["spec"], array.concat(keys, ["namespace"]))), "message": message} if {
	some index in actors
	some keys in sources
	namespace := object.get(input.resources[index].object.spec, keys, {}).namespace
	namespace != input.resources[index].namespace
	message := $"{input.resources[index].id} reads its source from {namespace}: anyone who can write there controls it"
}
