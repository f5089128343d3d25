# METADATA
# title: Recovery depends on the failed provider
# description: With disaster recovery, neither the failover DNS nor the backup store may be at the master's provider.
# custom:
#   id: TOP-013
#   aliases: [LCK-044]
#   family: topology
#   severity: high
#   scope: environment
#   standards: [DORA Art. 12]
#   covers: {threats: [availability, loss], families: [data]}
#   rationale: |
#     Every step of a failover must work without the failed provider. The first step is a DNS change and the last resort is a backup.
#     Neither works if the same outage affects it.
#   remediation: Keep the records at the standby's or a third provider (`traffic.dns`), and keep backups away from the master's provider.
#   since: 0.1.0
package altostrata.rules.topology.recovery_through_failed_provider

import data.altostrata.lib.systems

considered := count(recoverable)

recoverable contains entry if {
	some entry in systems.all
	systems.declared(entry).patterns["disaster-recovery"]
}

findings contains {"path": array.concat(entry.path, ["traffic", "dns"]), "message": message} if {
	some entry in recoverable
	system := systems.declared(entry)
	provider := input.targets[system.master].provider
	system.traffic.dns == provider
	message := $"the records of {entry.system} are at {provider}, like its master: if {provider} fails, consumers cannot be redirected"
}

findings contains {"path": array.concat(database.path, ["backup", "to"]), "message": message} if {
	some database in systems.databases
	database.entry in recoverable
	system := systems.declared(database.entry)
	standby := system.patterns["disaster-recovery"].standby
	store := database.datasource.backup.to
	input.targets[store].provider == input.targets[standby].provider
	input.targets[store].provider != input.targets[system.master].provider
	count(object.get(database.datasource, ["replication", "replicas"], {})) == 0
	message := $"{database.name} has its backup at {input.targets[store].provider}, where its standby runs: after a failover data and backup are at one provider"
}
