# METADATA
# title: Provider-specific login to a source
# description: Applications and the platform must not read a source with one provider's identity.
# custom:
#   id: LCK-072
#   aliases: []
#   family: lock-in
#   severity: low
#   scope: target
#   standards: []
#   rationale: |
#     A source that is read with the identity of a provider's nodes or service works only at that provider. A target that cannot read
#     its source stays on its last state.
#   remediation: Leave `provider` at generic and add a secret, or define the source in the provider's folder.
#   since: 0.1.0
package altostrata.rules.lock_in.provider_source

import data.altostrata.lib.objects
import data.altostrata.lib.providers

sources := objects.of_kinds(["source.toolkit.fluxcd.io/OCIRepository", "source.toolkit.fluxcd.io/GitRepository", "source.toolkit.fluxcd.io/HelmRepository", "source.toolkit.fluxcd.io/Bucket"])

considered := count(sources) + count(input.pods)

findings contains {"path": objects.inside(index, ["spec", "provider"]), "message": message} if {
	some index in sources
	providers.portable(input.resources[index])
	provider := input.resources[index].object.spec.provider
	provider in {"aws", "azure", "gcp", "github"}
	message := $"{input.resources[index].id} logs in as {provider}: targets elsewhere cannot read it"
}
