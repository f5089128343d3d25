# METADATA
# title: SOPS file readable by unapproved recipients
# description: "A manifest with SOPS metadata must be encrypted in every value that counts, and only for recipients that the settings approve."
# custom:
#   id: SEC-106
#   aliases: []
#   family: security
#   severity: critical
#   scope: target
#   standards: []
#   covers: {threats: [secrets], families: [secrets]}
#   rationale: |
#     Altostrata's own way is that the repository names secrets and holds none (SEC-100). Where somebody vendors manifests that SOPS
#     encrypted, two mistakes look harmless in review: a file that was edited after `sops` ran and now carries a readable value beside
#     the encrypted ones, and one more recipient in its metadata, who reads every later value as well.
#
#     The rule reads what manifests say of themselves (`sops` at the top of an object). Nothing here decrypts: a file without that
#     metadata is an ordinary Secret, for SEC-100, and one with it is only useful to a deployer that decrypts.
#   remediation: Encrypt the file again with `sops`, for the approved recipients alone, and change every value that was readable.
#   since: 0.1.0
#   parameters:
#     recipients:
#       description: "Keys that may decrypt, as the file names them: age recipients, PGP fingerprints, ARNs and addresses of keys."
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
	message := $"{input.resources[index].id} has SOPS metadata, and {key} can be read all the same"
}

encrypted(value) if startswith(value, "ENC[AES256_GCM,")

# Without its code nobody notices that values were exchanged.
findings contains {"path": ["resources", index, "object", "sops"], "message": message} if {
	some index in files
	not encrypted(object.get(input.resources[index].object.sops, "mac", ""))
	message := $"{input.resources[index].id} has no code of SOPS over its content: values can be exchanged unnoticed"
}

# Where each kind of key names its recipient.
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
	message := $"{input.resources[recipient.index].id} is encrypted for {recipient.name}, whom nobody approved"
}

# A kind of key that this rule does not know may open the file as well.
findings contains {"path": ["resources", index, "object", "sops", kind], "message": message} if {
	some index in files
	some kind, members in input.resources[index].object.sops
	is_array(members)
	count(members) > 0
	kind != "key_groups"
	not keys[kind]
	message := $"{input.resources[index].id} is encrypted for keys of {kind} as well, which nobody can approve here"
}
