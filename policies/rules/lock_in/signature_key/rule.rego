# METADATA
# title: Signature check depends on one provider's key
# description: An image policy must not accept only signatures whose key one provider keeps.
# custom:
#   id: LCK-056
#   aliases: []
#   family: lock-in
#   severity: medium
#   scope: target
#   standards: []
#   rationale: |
#     Admission asks for the key on every start of a pod. When the one provider that has it is away, the other clouds refuse the
#     images too: one outage becomes that of all.
#   remediation: Add an authority with a public key of your own, or keyless signatures with a log that everybody reads.
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
	message := $"{input.resources[index].id} checks signatures only with keys that a provider keeps: while it is away no pod starts anywhere"
}

kept_by_provider(authority) if regex.match(`^(awskms|azurekms|gcpkms)://`, authority.key.kms)
