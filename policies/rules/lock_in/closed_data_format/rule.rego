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
#     Snapshots of a managed database can be read by its provider alone. A plan says how the data would be exported; only an export that
#     runs by itself says that it can be, and is there on the day when the account is not. A database that CloudNativePG runs archives
#     PostgreSQL's own files, which any PostgreSQL reads, so it needs none.
#   remediation: Let an export to an open format (pg_dump) run by itself to object storage elsewhere, and write how often into `exit.every`.
#   since: 0.1.0
#   parameters:
#     mostDays:
#       description: How many days may lie between two exports.
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
	message := $"{database.name} lies in the form of its provider alone: its snapshots can be read nowhere else, and no export runs by itself"
}

findings contains {"path": array.concat(database.path, ["exit", "every"]), "message": message} if {
	some database in managed
	every_days := dates.seconds(database.datasource.exit.every) / 86400
	every_days > input.parameters["LCK-085"].mostDays
	message := $"{database.name} is exported every {database.datasource.exit.every}: what was written since would stay behind"
}
