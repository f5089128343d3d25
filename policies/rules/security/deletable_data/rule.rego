# METADATA
# title: Data deleted with its declaration
# description: Deleting a declaration may not delete the data behind it.
# custom:
#   id: SEC-133
#   aliases: []
#   family: security
#   severity: high
#   scope: target
#   standards: []
#   covers: {threats: [loss], families: [data, cloud, workloads]}
#   rationale: |
#     A renamed object, a lost file, a namespace that is rebuilt: all of them delete a declaration for a minute. The data must survive
#     that minute.
#   remediation: Set the policy to retain, and switch deletion protection on where the provider has it.
#   since: 0.1.0
package altostrata.rules.security.deletable_data

import data.altostrata.lib.objects

considered := (count(objects.of_kinds(["postgresql.cnpg.io/Database", "apps/StatefulSet", "PersistentVolume"])) + count(objects.of_kinds([kind | some kind, _ in protected_by]))) + count(objects.of_kinds(array.concat(unprotected, buckets)))

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

findings contains {"path": objects.inside(index, ["spec", "persistentVolumeReclaimPolicy"]), "message": message} if {
	input.environment.tier == "production"
	some index in objects.of_kind("PersistentVolume")
	input.resources[index].object.spec.persistentVolumeReclaimPolicy == "Delete"
	message := $"the disk behind {input.resources[index].id} goes with whoever claims it"
}

# Kinds without a protection of their own: only the operator's policy keeps what stands behind them.
unprotected := [
	"dbforpostgresql.azure.com/FlexibleServer",
	"dbformysql.azure.com/FlexibleServer",
	"documentdb.azure.com/DatabaseAccount",
	"storage.azure.com/StorageAccount",
]

findings contains {"path": objects.inside(index, ["metadata"]), "message": message} if {
	input.environment.tier == "production"
	some index in objects.of_kinds(unprotected)
	policy := object.get(input.resources[index].object, ["metadata", "annotations", "serviceoperator.azure.com/reconcile-policy"], "manage")
	policy == "manage"
	message := $"{input.resources[index].id} and its data are deleted at Azure as soon as the object is"
}

buckets := ["storage.cnrm.cloud.google.com/StorageBucket"]

findings contains {"path": objects.inside(index, ["metadata", "annotations", "cnrm.cloud.google.com/force-destroy"]), "message": message} if {
	input.environment.tier == "production"
	some index in objects.of_kinds(buckets)
	input.resources[index].object.metadata.annotations["cnrm.cloud.google.com/force-destroy"] == "true"
	message := $"{input.resources[index].id} is deleted with everything in it"
}
