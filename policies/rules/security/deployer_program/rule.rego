# METADATA
# title: Deployment runs a program of its own
# description: What turns a source into manifests may not be a program or an unchecked base.
# custom:
#   id: SEC-127
#   aliases: []
#   family: security
#   severity: high
#   scope: target
#   standards: []
#   covers: {threats: [supply, secrets], families: [gitops]}
#   remediation: Render before the commit, and let the deployer apply plain manifests.
#   since: 0.1.0
package altostrata.rules.security.deployer_program

import data.altostrata.lib.objects

considered := count(objects.of_kinds(["argoproj.io/Application", "kustomize.toolkit.fluxcd.io/Kustomization"]))

findings contains {"path": objects.inside(index, ["spec", "source", "plugin"]), "message": message} if {
	some index in objects.of_kind("argoproj.io/Application")
	object.get(input.resources[index].object.spec.source, "plugin", null) != null
	message := $"{input.resources[index].id} is made by a plug-in that runs inside the deployer, with its rights"
}

findings contains {"path": objects.inside(index, ["spec", "postBuild", "substituteFrom", position]), "message": message} if {
	some index in objects.of_kind("kustomize.toolkit.fluxcd.io/Kustomization")
	some position, source in input.resources[index].object.spec.postBuild.substituteFrom
	source.kind == "Secret"
	message := $"{input.resources[index].id} writes values of the Secret {source.name} into manifests, where everybody reads them"
}
