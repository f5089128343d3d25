# METADATA
# title: Encrypted file with only one provider's key
# description: A file encrypted with SOPS must have a recipient that does not depend on the key service of one provider.
# custom:
#   id: LCK-054
#   aliases: []
#   family: lock-in
#   severity: high
#   scope: target
#   standards: []
#   rationale: |
#     What is encrypted for the key service of one provider can be read while that provider answers and the account exists, and by nobody
#     on the day of an exit. A second recipient of your own costs one line.
#   remediation: Encrypt it for an age or PGP key of your own as well, kept where an exit can reach it.
#   since: 0.1.0
package altostrata.rules.lock_in.sealed_by_one_provider

import data.altostrata.lib.objects

considered := count(sealed) + count(objects.of_kind("Secret"))

sealed contains index if {
	some index, resource in input.resources
	is_object(resource.object.sops)
}

services := {"kms": "aws", "gcp_kms": "gcp", "azure_kv": "azure"}

# The kinds of keys that open a file, of the file itself or of one of its groups.
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
	message := $"{input.resources[index].id} can be opened by {provider} alone: while it is away nobody reads the repository, and with the account the file is gone"
}
