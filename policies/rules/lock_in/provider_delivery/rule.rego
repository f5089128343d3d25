# METADATA
# title: Provider-specific delivery add-on
# description: The engine that delivers manifests must not be a provider's add-on.
# custom:
#   id: LCK-073
#   aliases: []
#   family: lock-in
#   severity: medium
#   scope: target
#   standards: []
#   rationale: |
#     Delivery brings every change to every target, so it should be the same on all of them. A provider's add-on has its own versions
#     and its own outages, and does not exist at other providers.
#   remediation: Deliver with Flux or Argo CD that you run yourself.
#   since: 0.1.0
package altostrata.rules.lock_in.provider_delivery

import data.altostrata.lib.surfaces

groups := {"configmanagement.gke.io", "configsync.gke.io", "kubernetesconfiguration.azure.com", "clusterconfig.azure.com"}

considered := count(surfaces.of_groups(groups)) + count(input.pods)

findings contains {"path": ["resources", index, "object", "kind"], "message": message} if {
	some index in surfaces.of_groups(groups)
	message := $"{input.resources[index].id} delivers through a service of one provider, which other targets do not have"
}
