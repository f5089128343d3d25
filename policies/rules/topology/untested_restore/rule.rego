# METADATA
# title: Backup restore not tested within a year
# description: In production somebody must have restored a database from its backups within a year.
# custom:
#   id: TOP-025
#   aliases: []
#   family: topology
#   severity: medium
#   scope: environment
#   standards: [DORA Art. 12]
#   covers: {threats: [loss], families: [data]}
#   rationale: |
#     A backup is a promise until somebody has restored it: keys are missing, archives have gaps, and the restore takes four times as long as
#     the recovery time allows. `backup.restored` is the day on which somebody last did it, and is absent while nobody has.
#
#     The rule judges by the date of the run, so it warns and does not refuse.
#   remediation: Restore into an empty namespace, look at the data, and write the day into `backup.restored`.
#   since: 0.1.0
#   parameters:
#     mostDays:
#       description: How old the last restore may be, in days.
#       type: integer
#       minimum: 1
#       default: 365
package altostrata.rules.topology.untested_restore

import data.altostrata.lib.dates
import data.altostrata.lib.systems

considered := count(judged)

judged contains database if {
	some database in systems.databases
	systems.tier(database.entry) == "production"
}

findings contains {"path": array.concat(database.path, ["backup"]), "message": message} if {
	some database in judged
	not database.datasource.backup.restored
	message := $"nobody says that {database.name} was ever restored from its backups"
}

findings contains {"path": array.concat(database.path, ["backup", "restored"]), "message": message} if {
	some database in judged
	restored := database.datasource.backup.restored
	days := dates.day_number(input.asOf) - dates.day_number(restored)
	days > input.parameters["TOP-025"].mostDays
	message := $"{database.name} was last restored from its backups {days} days ago, on {restored}"
}
