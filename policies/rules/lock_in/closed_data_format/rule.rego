# METADATA
# title: Database without an open-format export
# description: A managed database must be exported in an open format on a schedule.
# custom:
#   id: LCK-085
#   aliases: []
#   family: lock-in
#   severity: high
#   scope: environment
#   standards: [EU Data Act Art. 25]
#   rationale: |
#     Only the provider can read snapshots of its managed database. A written plan is no proof that the data can be exported. A
#     scheduled export is, and it still exists when the account does not. A database run by CloudNativePG needs none: it archives
#     PostgreSQL's own files, which any PostgreSQL can read.
#   remediation: Schedule an export to an open format (pg_dump) to object storage at another provider, and set the interval in `exit.every`.
#   since: 0.1.0
#   parameters:
#     mostDays:
#       description: Largest number of days between two exports.
#       type: integer
#       minimum: 1
#       default: 7
package altostrata.rules.lock_in.closed_data_format

import data.altostrata.lib.dates
import data.altostrata.lib.systems

considered := count(systems.databases)

managed contains database if {
	some database in systems.databases
	database.datasource.engine.via == "managed"
}

findings contains {"path": array.concat(database.path, ["exit"]), "message": message} if {
	some database in managed
	not database.datasource.exit.every
	message := $"{database.name} has no scheduled export, and only its provider can read its snapshots"
}

findings contains {"path": array.concat(database.path, ["exit", "every"]), "message": message} if {
	some database in managed
	every_days := dates.seconds(database.datasource.exit.every) / 86400
	every_days > input.parameters["LCK-085"].mostDays
	message := $"{database.name} is exported every {database.datasource.exit.every}, less often than every {input.parameters["LCK-085"].mostDays} days: an exit loses what was written since the last export"
}
