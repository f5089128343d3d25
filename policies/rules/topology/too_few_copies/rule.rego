# METADATA
# title: Too few copies of the data
# description: In production a database must be there three times at least, counting its instances, its replicas and its backup.
# custom:
#   id: TOP-024
#   aliases: []
#   family: topology
#   severity: medium
#   scope: environment
#   standards: [DORA Art. 12]
#   covers: {threats: [loss], families: [data]}
#   rationale: |
#     Three copies, so that one may be lost and another turn out to be broken. The rule counts instances of the primary, those of replicas
#     and the archive. That the archive stands at another provider than the primary is asked before any rule runs (`backup-same-provider`),
#     that it cannot be deleted by TOP-020, and that it was ever restored by TOP-025.
#   remediation: Raise `instances`, or replicate the database to another target.
#   since: 0.1.0
#   parameters:
#     leastCopies:
#       description: How many copies there must be, the backup included.
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

# The primary's instances have disks of their own, as those of replicas have.
copies(datasource) := (datasource.instances + sum([instances | some instances in replicas])) + 1 if {
	replicas := object.get(datasource, ["replication", "replicas"], {})
}

findings contains {"path": array.concat(database.path, ["instances"]), "message": message} if {
	some database in judged
	found := copies(database.datasource)
	least := input.parameters["TOP-024"].leastCopies
	found < least
	message := $"there are {found} copies of {database.name} with its backup, and {least} are asked for"
}
