# METADATA
# title: Too few copies of the data
# description: In production a database must have at least three copies, counting instances, replicas and the backup.
# custom:
#   id: TOP-024
#   aliases: []
#   family: topology
#   severity: medium
#   scope: environment
#   standards: [DORA Art. 12]
#   covers: {threats: [loss], families: [data]}
#   rationale: |
#     With three copies you can lose one and find another one broken. The rule counts instances of the primary and of replicas, and
#     the archive. Other checks require that the archive is at another provider than the primary (`backup-same-provider`), that it
#     cannot be deleted (TOP-020), and that a restore has been tested (TOP-025).
#   remediation: Raise `instances`, or replicate the database to another target.
#   since: 0.1.0
#   parameters:
#     leastCopies:
#       description: Minimum number of copies, including the backup.
#       type: integer
#       minimum: 1
#       default: 3
package altostrata.rules.topology.too_few_copies

import data.altostrata.lib.systems

considered := count(judged)

judged contains database if {
	some database in systems.databases
	systems.tier(database.entry) == "production"
}

# Instances of the primary and of replicas each have their own disk.
copies(datasource) := (datasource.instances + sum([instances | some instances in replicas])) + 1 if {
	replicas := object.get(datasource, ["replication", "replicas"], {})
}

findings contains {"path": array.concat(database.path, ["instances"]), "message": message} if {
	some database in judged
	found := copies(database.datasource)
	least := input.parameters["TOP-024"].leastCopies
	found < least
	message := $"{database.name} has {found} copies including its backup; production requires {least}"
}
