# METADATA
# title: Data that goes with its declaration
# description: Deleting a declaration may not delete the data behind it.
# custom:
#   id: SEC-133
#   aliases: []
#   family: security
#   severity: high
#   scope: target
#   standards: []
#   covers: {threats: [loss], families: [data, cloud, workloads]}
#   remediation: Set the policy to retain, and switch deletion protection on where the provider has it.
#   since: 0.1.0
package altostrata.rules.security.deletable_data

import data.altostrata.lib.objects

considered := count(objects.of_kinds(["postgresql.cnpg.io/Database", "apps/StatefulSet", "PersistentVolume", "storage.k8s.io/StorageClass"])) + count(objects.of_kinds([kind | some kind, _ in protected_by]))

findings contains {"path": objects.inside(index, ["spec", "databaseReclaimPolicy"]), "message": message} if {
	some index in objects.of_kind("postgresql.cnpg.io/Database")
	input.resources[index].object.spec.databaseReclaimPolicy == "delete"
	message := $"the database goes when {input.resources[index].id} is removed"
}

findings contains {"path": objects.inside(index, ["spec", "persistentVolumeClaimRetentionPolicy", when]), "message": message} if {
	input.environment.tier == "production"
	some index in objects.of_kind("apps/StatefulSet")
	some when, policy in input.resources[index].object.spec.persistentVolumeClaimRetentionPolicy
	policy == "Delete"
	message := $"{input.resources[index].id} deletes its volumes ({when})"
}

# Where each provider's kind protects against deletion.
protected_by := {
	"rds.services.k8s.aws/DBInstance": ["deletionProtection"],
	"rds.services.k8s.aws/DBCluster": ["deletionProtection"],
	"dynamodb.services.k8s.aws/Table": ["deletionProtectionEnabled"],
	"sql.cnrm.cloud.google.com/SQLInstance": ["settings", "deletionProtectionEnabled"],
}

findings contains {"path": objects.inside(index, array.concat(["spec"], keys)), "message": message} if {
	input.environment.tier == "production"
	some kind, keys in protected_by
	some index in objects.of_kind(kind)
	object.get(input.resources[index].object.spec, keys, false) == false
	message := $"{input.resources[index].id} and its data can be deleted by one call"
}
