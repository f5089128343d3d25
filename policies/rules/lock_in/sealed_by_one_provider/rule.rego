# METADATA
# title: Encrypted file with only one provider's key
# description: A file encrypted with SOPS must have a recipient that does not depend on one provider's key service.
# custom:
#   id: LCK-054
#   aliases: []
#   family: lock-in
#   severity: high
#   scope: target
#   standards: []
#   rationale: |
#     A file encrypted only for one provider's key service can be read only while that provider is up and the account exists, which
#     excludes the day of an exit. A second recipient of your own costs one line.
#   remediation: Also encrypt it for your own age or PGP key, and keep that key where you can reach it during an exit.
#   since: 0.1.0
package altostrata.rules.lock_in.sealed_by_one_provider

import data.altostrata.lib.objects

considered := count(sealed) + count(objects.of_kind("Secret"))

sealed contains index if {
	some index, resource in input.resources
	is_object(resource.object.sops)
}

services := {"kms": "aws", "gcp_kms": "gcp", "azure_kv": "azure"}

# The kinds of keys that decrypt a file, from the file itself or one of its key groups.
kinds[index] contains kind if {
	some index in sealed
	some kind in ["age", "pgp", "hc_vault", "kms", "gcp_kms", "azure_kv"]
	count(input.resources[index].object.sops[kind]) > 0
}

kinds[index] contains kind if {
	some index in sealed
	some group in input.resources[index].object.sops.key_groups
	some kind in ["age", "pgp", "hc_vault", "kms", "gcp_kms", "azure_kv"]
	count(group[kind]) > 0
}

findings contains {"path": objects.inside(index, ["sops"]), "message": message} if {
	some index, found in kinds
	count(found) == 1
	some kind in found
	provider := services[kind]
	message := $"{input.resources[index].id} can be decrypted by {provider} only: it is unreadable during an outage there, and lost with the account"
}
