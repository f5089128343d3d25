# METADATA
# title: Provider-specific delivery add-on
# description: The engine that delivers manifests must not be an add-on of one provider.
# custom:
#   id: LCK-073
#   aliases: []
#   family: lock-in
#   severity: medium
#   scope: target
#   standards: []
#   rationale: |
#     What brings every change to a target is the last thing that should differ between targets. An add-on of one provider has its
#     own versions, its own outages, and does not exist where the system goes.
#   remediation: Deliver with Flux or Argo CD that you run yourselves.
#   since: 0.1.0
package altostrata.rules.lock_in.provider_delivery

import data.altostrata.lib.surfaces

groups := {"configmanagement.gke.io", "configsync.gke.io", "kubernetesconfiguration.azure.com", "clusterconfig.azure.com"}

considered := count(surfaces.of_groups(groups)) + count(input.pods)

findings contains {"path": ["resources", index, "object", "kind"], "message": message} if {
	some index in surfaces.of_groups(groups)
	message := $"{input.resources[index].id} lets a service of one provider deliver: on other targets nobody would"
}
