# METADATA
# title: Image in a provider's registry
# description: Applications may not pull images from a registry that belongs to one of the providers.
# custom:
#   id: LCK-060
#   aliases: []
#   family: lock-in
#   severity: medium
#   scope: target
#   standards: []
#   rationale: |
#     Every target pulls from the same place, so the registry is on the recovery path of all of them: a standby on another
#     provider that pulls from the failed one never starts.
#   remediation: Pull from a registry of your own or an independent one, or mirror the image and name the mirror in artefacts/images.yaml.
#   since: 0.1.0
package altostrata.rules.lock_in.provider_registry

import data.altostrata.lib.providers
import data.altostrata.lib.workloads

considered := count([container | some container in input.containers; container.image])

findings contains {"path": workloads.inside(container, ["image"]), "message": message} if {
	some container in input.containers
	providers.portable(input.pods[container.pod])
	provider := providers.of_registry(container.image.registry)
	message := $"{workloads.title(container)} is pulled from {container.image.registry}: when {provider} is away, no target can start it"
}
