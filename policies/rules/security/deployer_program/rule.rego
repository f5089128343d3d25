# METADATA
# title: Deployment renders with an unchecked program
# description: A deployer may not render manifests with a program or from a base that is not checked.
# custom:
#   id: SEC-127
#   aliases: []
#   family: security
#   severity: high
#   scope: target
#   standards: []
#   covers: {threats: [supply, secrets], families: [gitops]}
#   rationale: |
#     The committed manifests should be the ones that run: then they can be reviewed, checked and compared. A program inside the
#     deployer decides at run time, with administrator rights.
#   remediation: Render before the commit, and let the deployer apply plain manifests.
#   since: 0.1.0
package altostrata.rules.security.deployer_program

import data.altostrata.lib.argo
import data.altostrata.lib.objects

considered := count(argo.sources) + count(objects.of_kind("kustomize.toolkit.fluxcd.io/Kustomization"))

findings contains {"path": array.concat(entry.path, ["plugin"]), "message": message} if {
	some entry in argo.sources
	object.get(entry.source, "plugin", null) != null
	message := $"{input.resources[entry.index].id} is rendered by a plug-in that runs inside the deployer, with its rights"
}

# Enabled for every application at once.
findings contains {"path": objects.inside(index, ["data", key]), "message": message} if {
	some index in objects.of_kind("ConfigMap")
	input.resources[index].name == "argocd-cm"
	some key, options in input.resources[index].object.data
	startswith(key, "kustomize.buildOptions")
	contains(options, "--enable-exec")
	message := $"{input.resources[index].id} lets every kustomization run programs inside the deployer, with its rights"
}

findings contains {"path": objects.inside(index, ["spec", "postBuild", "substituteFrom", position]), "message": message} if {
	some index in objects.of_kind("kustomize.toolkit.fluxcd.io/Kustomization")
	some position, source in input.resources[index].object.spec.postBuild.substituteFrom
	source.kind == "Secret"
	message := $"{input.resources[index].id} writes values of the Secret {source.name} into manifests, where others can read them"
}
