# METADATA
# title: Data not protected from pruning
# description: Objects that hold data must survive their removal from the desired state.
# custom:
#   id: SEC-125
#   aliases: []
#   family: security
#   severity: high
#   scope: target
#   standards: []
#   covers: {threats: [loss], families: [gitops, data]}
#   rationale: |
#     Pruning deletes objects that the desired state no longer contains. After a renamed folder, a merge in the wrong order or an
#     empty rendering it deletes databases, and replicas follow their primary.
#   remediation: "Add the annotation that keeps the object (`kustomize.toolkit.fluxcd.io/prune: disabled` or `argocd.argoproj.io/sync-options: Prune=false`)."
#   since: 0.1.0
package altostrata.rules.security.pruned_data

import data.altostrata.lib.objects

deployers := objects.of_kinds(["kustomize.toolkit.fluxcd.io/Kustomization", "argoproj.io/Application"])

data_kinds := ["PersistentVolumeClaim", "Namespace", "postgresql.cnpg.io/Cluster"]

considered := count(deployers)

# Only where a pruning deployer is declared beside the data. A deployer outside the estate is unknown here.
prunes if {
	some index in objects.of_kind("kustomize.toolkit.fluxcd.io/Kustomization")
	input.resources[index].object.spec.prune == true
}

prunes if {
	some index in objects.of_kind("argoproj.io/Application")
	input.resources[index].object.spec.syncPolicy.automated.prune == true
}

findings contains {"path": objects.inside(index, ["metadata"]), "message": message} if {
	prunes
	some index in objects.of_kinds(data_kinds)
	not kept(object.get(input.resources[index].object, ["metadata", "annotations"], {}))
	message := $"{input.resources[index].id} and its data are deleted when pruning misses it, for example after a folder is renamed"
}

kept(annotations) if annotations["kustomize.toolkit.fluxcd.io/prune"] == "disabled"

kept(annotations) if contains(annotations["argocd.argoproj.io/sync-options"], "Prune=false")
