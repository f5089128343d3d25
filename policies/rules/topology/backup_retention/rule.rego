# METADATA
# title: Backups expire or can be deleted too early
# description: In production the backups of a database must be kept for a month, and for some days nobody may be able to delete them.
# custom:
#   id: TOP-020
#   aliases: []
#   family: topology
#   severity: medium
#   scope: environment
#   standards: [DORA Art. 12]
#   covers: {threats: [loss], families: [data]}
#   rationale: |
#     Encrypted or falsified data is often noticed weeks later. When the last good backup is gone by then, there is nothing to restore.
#
#     Whoever takes over a database often holds the key to its backups as well, and deletes them first. Only the store can prevent that: for
#     the days of its lock nobody deletes anything, the owner of the bucket included. Manifests cannot lock a bucket; whoever makes it says
#     in the target's outputs (`buckets.backup.lockedDays`) for how long it is locked.
#   remediation: Raise `backup.keep`; lock the bucket (object lock, immutable storage) where it is made, and hand over `lockedDays` in the outputs.
#   since: 0.1.0
#   parameters:
#     leastDays:
#       description: How long backups must be kept, in days.
#       type: integer
#       minimum: 1
#       default: 30
#     leastLockedDays:
#       description: How long nobody may be able to delete a backup, in days.
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
	message := $"backups of {database.name} are gone after {keep}; damage is often found later than that ({least}d is asked for)"
}

findings contains {"path": array.concat(database.path, ["backup", "to"]), "message": message} if {
	some database in judged
	store := database.datasource.backup.to
	locked := object.get(input.targets, [store, "infrastructure", "buckets", "backup", "lockedDays"], 0)
	least := input.parameters["TOP-020"].leastLockedDays
	locked < least
	message := $"whoever can write to the bucket of {store} can delete all backups of {database.name} at once: it locks them for {locked} days, and {least} are asked for"
}
