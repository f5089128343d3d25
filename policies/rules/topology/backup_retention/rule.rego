# METADATA
# title: Backups expire or can be deleted too early
# description: In production, database backups must be kept for a month, and be locked against deletion for some days.
# custom:
#   id: TOP-020
#   aliases: []
#   family: topology
#   severity: medium
#   scope: environment
#   standards: [DORA Art. 12]
#   covers: {threats: [loss], families: [data]}
#   rationale: |
#     Encrypted or falsified data is often noticed weeks later. If the last good backup is gone by then, there is nothing to restore.
#
#     An attacker who takes over a database often has the key to its backups and deletes them first. Only the store can prevent that:
#     while a lock lasts, not even the bucket's owner can delete. Manifests cannot lock a bucket. The infrastructure code that
#     creates it reports the lock in the target's outputs (`buckets.backup.lockedDays`).
#   remediation: Raise `backup.keep`. Lock the bucket (object lock, immutable storage) where it is created, and add `lockedDays` to the outputs.
#   since: 0.1.0
#   parameters:
#     leastDays:
#       description: Minimum retention of backups, in days.
#       type: integer
#       minimum: 1
#       default: 30
#     leastLockedDays:
#       description: Minimum number of days for which a backup is locked against deletion.
#       type: integer
#       minimum: 0
#       default: 7
package altostrata.rules.topology.backup_retention

import data.altostrata.lib.dates
import data.altostrata.lib.systems

considered := count(judged)

judged contains database if {
	some database in systems.databases
	systems.tier(database.entry) == "production"
}

findings contains {"path": array.concat(database.path, ["backup", "keep"]), "message": message} if {
	some database in judged
	keep := database.datasource.backup.keep
	least := input.parameters["TOP-020"].leastDays
	dates.seconds(keep) < least * 86400
	message := $"backups of {database.name} are deleted after {keep}; production requires {least}d, because damage is often found late"
}

findings contains {"path": array.concat(database.path, ["backup", "to"]), "message": message} if {
	some database in judged
	store := database.datasource.backup.to
	locked := object.get(input.targets, [store, "infrastructure", "buckets", "backup", "lockedDays"], 0)
	least := input.parameters["TOP-020"].leastLockedDays
	locked < least
	message := $"the bucket of {store} locks backups of {database.name} for {locked} days instead of {least}, so an attacker with write access can delete them"
}
