# METADATA
# title: SOPS file readable by unapproved recipients
# description: A manifest with SOPS metadata must be encrypted in every value that counts, and only for approved recipients.
# custom:
#   id: SEC-106
#   aliases: []
#   family: security
#   severity: critical
#   scope: target
#   standards: []
#   covers: {threats: [secrets], families: [secrets]}
#   rationale: |
#     Normally the repository names secrets and contains none (SEC-100). Vendored manifests encrypted with SOPS have two mistakes
#     that look harmless in review: a file edited after `sops` ran, with a readable value beside the encrypted ones, and one more
#     recipient in the metadata, who can then read every later value.
#
#     The rule reads the manifest's own metadata (`sops` at the top of an object) and decrypts nothing. A file without that metadata
#     is an ordinary Secret (SEC-100). One with it works only with a deployer that decrypts.
#   remediation: Encrypt the file again with `sops`, only for approved recipients, and rotate every value that was readable.
#   since: 0.1.0
#   parameters:
#     recipients:
#       description: "Keys that may decrypt, as written in the file: age recipients, PGP fingerprints, ARNs and addresses of keys."
#       type: array
#       items: { type: string }
#       default: []
package altostrata.rules.security.encrypted_file

considered := count(files)

files contains index if {
	some index, resource in input.resources
	is_object(resource.object.sops)
}

findings contains {"path": ["resources", index, "object", part, key], "message": message} if {
	some index in files
	some part in ["data", "stringData"]
	some key, value in input.resources[index].object[part]
	not encrypted(value)
	message := $"{input.resources[index].id} has SOPS metadata, but {key} is not encrypted"
}

encrypted(value) if startswith(value, "ENC[AES256_GCM,")

# Without the MAC, exchanged values stay undetected.
findings contains {"path": ["resources", index, "object", "sops"], "message": message} if {
	some index in files
	not encrypted(object.get(input.resources[index].object.sops, "mac", ""))
	message := $"{input.resources[index].id} has no SOPS MAC over its content, so exchanged values stay undetected"
}

# The recipient field of each kind of key.
keys := {
	"age": "recipient",
	"pgp": "fp",
	"kms": "arn",
	"gcp_kms": "resource_id",
	"azure_kv": "vault_url",
	"hc_vault": "vault_address",
}

recipients contains {"path": ["resources", index, "object", "sops", kind, position, name], "index": index, "name": recipient[name]} if {
	some index in files
	some kind, name in keys
	some position, recipient in input.resources[index].object.sops[kind]
}

recipients contains {"path": ["resources", index, "object", "sops", "key_groups", group, kind, position, name], "index": index, "name": recipient[name]} if {
	some index in files
	some group, members in input.resources[index].object.sops.key_groups
	some kind, name in keys
	some position, recipient in members[kind]
}

findings contains {"path": recipient.path, "message": message} if {
	some recipient in recipients
	not recipient.name in input.parameters["SEC-106"].recipients
	message := $"{input.resources[recipient.index].id} is encrypted for {recipient.name}, which is not an approved recipient"
}

# An unknown kind of key can decrypt the file too.
findings contains {"path": ["resources", index, "object", "sops", kind], "message": message} if {
	some index in files
	some kind, members in input.resources[index].object.sops
	is_array(members)
	count(members) > 0
	kind != "key_groups"
	not keys[kind]
	message := $"{input.resources[index].id} is also encrypted for keys of {kind}, which the settings cannot approve"
}
