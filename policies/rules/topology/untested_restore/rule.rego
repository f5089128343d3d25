# METADATA
# title: Backup restore not tested within a year
# description: In production a database must have been restored from its backups within a year.
# custom:
#   id: TOP-025
#   aliases: []
#   family: topology
#   severity: medium
#   scope: environment
#   standards: [DORA Art. 12]
#   covers: {threats: [loss], families: [data]}
#   rationale: |
#     A backup is unproven until a restore succeeds: keys are missing, archives have gaps, and the restore takes four times the
#     recovery time. `backup.restored` is the date of the last restore; omit it until there is one.
#
#     The rule depends on the date of the run, so it warns and does not refuse.
#   remediation: Restore into an empty namespace, inspect the data, and set the date in `backup.restored`.
#   since: 0.1.0
#   parameters:
#     mostDays:
#       description: Highest allowed age of the last restore, in days.
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
	message := $"{database.name} has no recorded restore from its backups"
}

findings contains {"path": array.concat(database.path, ["backup", "restored"]), "message": message} if {
	some database in judged
	restored := database.datasource.backup.restored
	days := dates.day_number(input.asOf) - dates.day_number(restored)
	days > input.parameters["TOP-025"].mostDays
	message := $"{database.name} was last restored from its backups {days} days ago, on {restored}"
}
