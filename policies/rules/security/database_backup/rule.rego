# METADATA
# title: Database without backups
# description: Every CloudNativePG cluster must have a ScheduledBackup and an archive of its write-ahead log.
# custom:
#   id: SEC-135
#   aliases: []
#   family: security
#   severity: high
#   scope: target
#   standards: []
#   covers: {threats: [loss], families: [data]}
#   rationale: |
#     A replica copies mistakes within seconds. Only a backup restores deleted or encrypted data. The archive of the write-ahead log
#     covers the time since the last backup. Replicas are exempt: backups run where the data is written.
#   remediation: Declare `backup` in datasources.yaml. The platform's templates render the archive and the schedule.
#   since: 0.1.0
package altostrata.rules.security.database_backup

import data.altostrata.lib.objects

considered := count(objects.of_kind("postgresql.cnpg.io/Cluster"))

findings contains {"path": ["resources", index, "object"], "message": message, "missing": "postgresql.cnpg.io/ScheduledBackup"} if {
	some index in objects.of_kind("postgresql.cnpg.io/Cluster")
	not replica(index)
	not [input.resources[index].namespace, input.resources[index].name] in scheduled
	message := $"{input.resources[index].id} has no backup: no ScheduledBackup references it"
}

findings contains {"path": objects.inside(index, ["spec"]), "message": message} if {
	some index in objects.of_kind("postgresql.cnpg.io/Cluster")
	not replica(index)
	not archives(input.resources[index].object.spec)
	message := $"{input.resources[index].id} does not archive its write-ahead log: all changes since the last backup can be lost"
}

# Backups run where the data is written.
replica(index) if input.resources[index].object.spec.replica.enabled == true

replica(index) if {
	spec := input.resources[index].object.spec.replica
	spec.primary != object.get(spec, "self", input.resources[index].name)
}

archives(spec) if spec.backup.barmanObjectStore

archives(spec) if {
	some plugin in spec.plugins
	plugin.isWALArchiver == true
	object.get(plugin, "enabled", true) == true
}

scheduled contains [backup.namespace, backup.object.spec.cluster.name] if {
	some index in objects.of_kind("postgresql.cnpg.io/ScheduledBackup")
	backup := input.resources[index]
	object.get(backup.object.spec, "suspend", false) == false
}
