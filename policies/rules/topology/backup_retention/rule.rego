# METADATA
# title: Backups are not kept long enough
# description: In production the backups of a database must be kept for a month, so that damage found late can be undone.
# custom:
#   id: TOP-020
#   aliases: []
#   family: topology
#   severity: medium
#   scope: estate
#   standards: [DORA Art. 12]
#   covers: {threats: [loss], families: [data]}
#   remediation: Raise `backup.keep`.
#   since: 0.1.0
#   parameters:
#     leastDays:
#       description: How long backups must be kept, in days.
#       type: integer
#       minimum: 1
#       default: 30
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
