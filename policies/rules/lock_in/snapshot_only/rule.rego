# METADATA
# title: Backup consists of volume snapshots only
# description: A database must have a backup that is more than snapshots of volumes.
# custom:
#   id: LCK-043
#   aliases: []
#   family: lock-in
#   severity: critical
#   scope: target
#   standards: []
#   rationale: |
#     A snapshot is a block list in the books of one provider. It is gone with the account, cannot be downloaded, and restores only
#     onto a volume of the same kind. A backup that is no help when one must leave is half a backup.
#   remediation: Archive to an object store at another provider, in the database's own form; keep snapshots for speed.
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
	message := $"{input.resources[index].id} keeps snapshots of volumes alone: no other provider can read one"
}

readable contains [input.resources[index].namespace, spec.cluster.name] if {
	some index in schedules
	spec := input.resources[index].object.spec
	object.get(spec, "method", "barmanObjectStore") != "volumeSnapshot"
}
