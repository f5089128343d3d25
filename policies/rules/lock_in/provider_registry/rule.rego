# METADATA
# title: Image in a provider's registry
# description: Applications may not pull images from a registry of one of the providers.
# custom:
#   id: LCK-060
#   aliases: []
#   family: lock-in
#   severity: medium
#   scope: target
#   standards: []
#   rationale: |
#     Every target pulls from the same registry, so recovery of all targets depends on it: a standby that pulls from the failed
#     provider never starts.
#   remediation: Pull from your own or an independent registry, or mirror the image and name the mirror in artefacts/images.yaml.
#   since: 0.1.0
package altostrata.rules.lock_in.provider_registry

import data.altostrata.lib.providers
import data.altostrata.lib.workloads

considered := count([container | some container in input.containers; container.image])

findings contains {"path": workloads.inside(container, ["image"]), "message": message} if {
	some container in input.containers
	providers.portable(input.pods[container.pod])
	provider := providers.of_registry(container.image.registry)
	message := $"{workloads.title(container)} is pulled from {container.image.registry}: during an outage of {provider} no target can start it"
}
