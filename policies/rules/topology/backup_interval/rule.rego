# METADATA
# title: Backup interval exceeds the recovery point
# description: A database must be backed up at least as often as its recovery point for corruption requires.
# custom:
#   id: TOP-008
#   aliases: []
#   family: topology
#   severity: high
#   scope: environment
#   standards: [DORA Art. 12]
#   covers: {threats: [loss], families: [data]}
#   rationale: |
#     Replication does not protect against a deleted table: the replica deletes it too. You then lose everything since the last state
#     that can be restored.
#   remediation: Shorten `backup.every`, or promise less in `rpo.corruption`.
#   since: 0.1.0
package altostrata.rules.topology.backup_interval

import data.altostrata.lib.dates
import data.altostrata.lib.systems

considered := count(systems.databases)

findings contains {"path": array.concat(database.path, ["backup", "every"]), "message": message} if {
	some database in systems.databases
	every_text := database.datasource.backup.every
	promised := database.datasource.rpo.corruption
	dates.seconds(every_text) > dates.seconds(promised)
	message := $"{database.name} is backed up every {every_text}, so up to {every_text} of data can be lost; `rpo.corruption` promises {promised}"
}
