# METADATA
# title: Signature check depends on one provider's key
# description: An image policy must not accept only signatures whose key one provider holds.
# custom:
#   id: LCK-056
#   aliases: []
#   family: lock-in
#   severity: medium
#   scope: target
#   standards: []
#   rationale: |
#     Admission verifies signatures each time a pod starts. During an outage of the provider that holds the key, all other clouds
#     refuse the images too.
#   remediation: Add an authority with your own public key, or keyless signatures with a public log.
#   since: 0.1.0
package altostrata.rules.lock_in.signature_key

import data.altostrata.lib.objects

policies := objects.of_kind("policy.sigstore.dev/ClusterImagePolicy")

considered := count(policies) + count(input.pods)

findings contains {"path": objects.inside(index, ["spec", "authorities"]), "message": message} if {
	some index in policies
	authorities := input.resources[index].object.spec.authorities
	count(authorities) > 0
	count([authority | some authority in authorities; not kept_by_provider(authority)]) == 0
	message := $"{input.resources[index].id} verifies signatures only with keys that a provider holds: during its outage no pod starts on any target"
}

kept_by_provider(authority) if regex.match(`^(awskms|azurekms|gcpkms)://`, authority.key.kms)
