# METADATA
# title: Deployment runs with the rights of the deployer
# description: Each Flux object must name the service account that it acts as, and take its source from its own namespace.
# custom:
#   id: SEC-120
#   aliases: []
#   family: security
#   severity: high
#   scope: target
#   standards: []
#   covers: {threats: [privilege], families: [gitops]}
#   rationale: |
#     The controller may do everything, so that it can install everything. What is applied without an account of its own can do
#     everything too: one line in an application's folder is enough to own the target.
#   remediation: Set `serviceAccountName` to an account of the namespace, and keep the source beside the object.
#   since: 0.1.0
package altostrata.rules.security.deployer_rights

import data.altostrata.lib.objects

actors := objects.of_kinds(["kustomize.toolkit.fluxcd.io/Kustomization", "helm.toolkit.fluxcd.io/HelmRelease", "fluxcd.controlplane.io/ResourceSet"])

considered := count(actors)

findings contains {"path": objects.inside(index, ["spec", "serviceAccountName"]), "message": message} if {
	some index in actors
	object.get(input.resources[index].object.spec, "serviceAccountName", "") == ""
	message := $"{input.resources[index].id} is applied with the controller's rights, which are those of an administrator"
}

sources := [["sourceRef"], ["chart", "spec", "sourceRef"], ["chartRef"]]

findings contains {"path": objects.inside(index, array.concat(["spec"], array.concat(keys, ["namespace"]))), "message": message} if {
	some index in actors
	some keys in sources
	namespace := object.get(input.resources[index].object.spec, keys, {}).namespace
	namespace != input.resources[index].namespace
	message := $"{input.resources[index].id} is fed from {namespace}: whoever writes there writes here"
}
