# METADATA
# title: Backup consists of volume snapshots only
# description: A database must have a backup besides volume snapshots.
# custom:
#   id: LCK-043
#   aliases: []
#   family: lock-in
#   severity: critical
#   scope: target
#   standards: []
#   rationale: |
#     A snapshot is a block list inside one provider. It disappears with the account, cannot be downloaded, and restores only onto a
#     volume of the same kind. It does not help when you must leave.
#   remediation: Archive to an object store at another provider in the database's own format, and keep snapshots for speed.
#   since: 0.1.0
package altostrata.rules.lock_in.snapshot_only

import data.altostrata.lib.objects

schedules := objects.of_kind("postgresql.cnpg.io/ScheduledBackup")

considered := count(schedules)

findings contains {"path": objects.inside(index, ["spec", "method"]), "message": message, "missing": "postgresql.cnpg.io/ScheduledBackup"} if {
	some index in schedules
	spec := input.resources[index].object.spec
	spec.method == "volumeSnapshot"
	place := [input.resources[index].namespace, spec.cluster.name]
	not place in readable
	message := $"{input.resources[index].id} only takes volume snapshots, which no other provider can read"
}

readable contains [input.resources[index].namespace, spec.cluster.name] if {
	some index in schedules
	spec := input.resources[index].object.spec
	object.get(spec, "method", "barmanObjectStore") != "volumeSnapshot"
}
