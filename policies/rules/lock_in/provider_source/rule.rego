# METADATA
# title: Provider-specific login to a source
# description: Applications and the platform must not read a source by the identity of one provider.
# custom:
#   id: LCK-072
#   aliases: []
#   family: lock-in
#   severity: low
#   scope: target
#   standards: []
#   rationale: |
#     A source that is read by the identity of nodes or of one service works on one provider and on no other, and the target that
#     cannot read its source keeps the state of yesterday.
#   remediation: Leave `provider` at generic and give a secret, or let the provider's folder write the source.
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
