# METADATA
# title: Zero data loss promised with asynchronous replication
# description: A recovery point of zero for the loss of a target requires synchronous replication, and replication between targets is asynchronous.
# custom:
#   id: TOP-009
#   aliases: []
#   family: topology
#   severity: high
#   scope: environment
#   standards: []
#   covers: {threats: [loss], families: [data]}
#   rationale: |
#     Between clouds, synchronous replication adds the round trip to each write and stops the system when the connection is cut. So
#     replication between targets is asynchronous, and nothing keeps a promise of zero.
#   remediation: Promise the replication lag in `rpo.loss-of-target`, at least one second.
#   since: 0.1.0
package altostrata.rules.topology.zero_loss

import data.altostrata.lib.dates
import data.altostrata.lib.systems

considered := count(systems.databases)

findings contains {"path": array.concat(database.path, ["rpo", "loss-of-target"]), "message": message} if {
	some database in systems.databases
	dates.seconds(database.datasource.rpo["loss-of-target"]) < 1
	message := $"{database.name} promises no data loss when its target is lost, but replicas on other targets lag behind"
}

findings contains {"path": array.concat(database.path, ["replication"]), "message": message} if {
	some database in systems.databases
	database.datasource.replication.kind == "single"
	database.name in systems.declared(database.entry).patterns["disaster-recovery"].promotes
	standby := systems.declared(database.entry).patterns["disaster-recovery"].standby
	message := $"{database.name} is promoted on {standby} after a failure but has no replica there"
}
