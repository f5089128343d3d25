# METADATA
# title: Backup encrypted with a non-exportable key
# description: A backup must not be encrypted with a key that only one provider holds.
# custom:
#   id: LCK-055
#   aliases: []
#   family: lock-in
#   severity: high
#   scope: target
#   standards: []
#   rationale: |
#     Anyone who deletes the key makes every backup unreadable, and closing the account deletes the key. The backup is kept at
#     another provider to survive exactly that.
#   remediation: Encrypt with a key of your own, or let the store encrypt at rest (AES256) and keep a second copy under another key.
#   since: 0.1.0
package altostrata.rules.lock_in.backup_key

import data.altostrata.lib.objects

stores := objects.of_kind("barmancloud.cnpg.io/ObjectStore")

considered := count(stores)

findings contains {"path": objects.inside(index, ["spec", "configuration", part, "encryption"]), "message": message} if {
	some index in stores
	some part in ["data", "wal"]
	input.resources[index].object.spec.configuration[part].encryption == "aws:kms"
	message := $"{input.resources[index].id} encrypts its {part} with a key that cannot leave its provider: without the account the backup is unreadable"
}
