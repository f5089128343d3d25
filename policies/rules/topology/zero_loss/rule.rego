# METADATA
# title: Zero data loss promised with asynchronous replication
# description: A recovery point of zero for the loss of a target needs replication that waits; what is rendered between targets does not.
# custom:
#   id: TOP-009
#   aliases: []
#   family: topology
#   severity: high
#   scope: environment
#   standards: []
#   covers: {threats: [loss], families: [data]}
#   rationale: |
#     Replication between clouds is asynchronous: making each write wait for the other cloud adds the round trip to it, and stops
#     the system when the connection is cut. A promise of zero is therefore one that nothing keeps.
#   remediation: Promise what the lag allows in `rpo.loss-of-target`, a second at least.
#   since: 0.1.0
package altostrata.rules.topology.zero_loss

import data.altostrata.lib.dates
import data.altostrata.lib.systems

considered := count(systems.databases)

findings contains {"path": array.concat(database.path, ["rpo", "loss-of-target"]), "message": message} if {
	some database in systems.databases
	dates.seconds(database.datasource.rpo["loss-of-target"]) < 1
	message := $"{database.name} promises no loss when its target is lost, but replicas in other targets follow with a lag"
}

findings contains {"path": array.concat(database.path, ["replication"]), "message": message} if {
	some database in systems.databases
	database.datasource.replication.kind == "single"
	database.name in systems.declared(database.entry).patterns["disaster-recovery"].promotes
	standby := systems.declared(database.entry).patterns["disaster-recovery"].standby
	message := $"{database.name} is promoted on {standby} after a failure, and nothing replicates it there"
}
