# METADATA
# title: Backup retention too short
# description: Backups must be kept for a minimum number of days, and a declared policy must delete them.
# custom:
#   id: SEC-134
#   aliases: []
#   family: security
#   severity: high
#   scope: target
#   standards: []
#   covers: {threats: [loss], families: [data, cloud]}
#   rationale: |
#     A replica repeats every mistake at once. Only backups let you go back, and their age limits how late you may notice a wrong
#     deletion or an intruder.
#   remediation: Set `retentionPolicy` of the ObjectStore, or the retention of the managed database, to the number of days that you promise.
#   since: 0.1.0
#   parameters:
#     leastDays:
#       description: Number of days for which a backup must be kept.
#       type: integer
#       minimum: 1
#       default: 7
package altostrata.rules.security.short_retention

import data.altostrata.lib.objects

stores := objects.of_kind("barmancloud.cnpg.io/ObjectStore")

considered := count(stores) + count(objects.of_kinds([kind | some kind, _ in retention]))

unit_days := {"d": 1, "w": 7, "m": 30}

days(text) := to_number(trim_suffix(text, unit)) * unit_days[unit] if unit := substring(text, count(text) - 1, 1)

least := input.parameters["SEC-134"].leastDays

findings contains {"path": objects.inside(index, ["spec", "retentionPolicy"]), "message": message} if {
	some index in stores
	not input.resources[index].object.spec.retentionPolicy
	message := $"{input.resources[index].id} has no retention policy, so backups are kept forever or deleted by accident"
}

findings contains {"path": objects.inside(index, ["spec", "retentionPolicy"]), "message": message} if {
	some index in stores
	policy := input.resources[index].object.spec.retentionPolicy
	days(policy) < least
	message := $"{input.resources[index].id} keeps backups for {policy}, less than {least} days: later problems cannot be undone"
}

# The retention field of each provider kind, in days.
retention := {
	"rds.services.k8s.aws/DBInstance": ["backupRetentionPeriod"],
	"rds.services.k8s.aws/DBCluster": ["backupRetentionPeriod"],
	"dbforpostgresql.azure.com/FlexibleServer": ["backup", "backupRetentionDays"],
	"sql.cnrm.cloud.google.com/SQLInstance": ["settings", "backupConfiguration", "backupRetentionSettings", "retainedBackups"],
}

findings contains {"path": objects.inside(index, array.concat(["spec"], keys)), "message": message} if {
	some kind, keys in retention
	some index in objects.of_kind(kind)
	object.get(input.resources[index].object.spec, keys, 0) < least
	message := $"{input.resources[index].id} keeps backups for less than {least} days"
}
