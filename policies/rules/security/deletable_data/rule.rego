# METADATA
# title: Data deleted with its declaration
# description: Deleting a declaration must not delete its data.
# custom:
#   id: SEC-133
#   aliases: []
#   family: security
#   severity: high
#   scope: target
#   standards: []
#   covers: {threats: [loss], families: [data, cloud, workloads]}
#   rationale: |
#     A renamed object, a lost file or a rebuilt namespace deletes a declaration for a moment. The data must survive that moment.
#   remediation: Set the policy to retain, and enable deletion protection where the provider offers it.
#   since: 0.1.0
package altostrata.rules.security.deletable_data

import data.altostrata.lib.objects

considered := (count(objects.of_kinds(["postgresql.cnpg.io/Database", "apps/StatefulSet", "PersistentVolume"])) + count(objects.of_kinds([kind | some kind, _ in protected_by]))) + count(objects.of_kinds(array.concat(unprotected, buckets)))

findings contains {"path": objects.inside(index, ["spec", "databaseReclaimPolicy"]), "message": message} if {
	some index in objects.of_kind("postgresql.cnpg.io/Database")
	input.resources[index].object.spec.databaseReclaimPolicy == "delete"
	message := $"the database is deleted when {input.resources[index].id} is removed"
}

findings contains {"path": objects.inside(index, ["spec", "persistentVolumeClaimRetentionPolicy", when]), "message": message} if {
	input.environment.tier == "production"
	some index in objects.of_kind("apps/StatefulSet")
	some when, policy in input.resources[index].object.spec.persistentVolumeClaimRetentionPolicy
	policy == "Delete"
	message := $"{input.resources[index].id} deletes its volumes ({when})"
}

# The deletion protection field of each provider kind.
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
	message := $"{input.resources[index].id} and its data can be deleted with one call"
}

findings contains {"path": objects.inside(index, ["spec", "persistentVolumeReclaimPolicy"]), "message": message} if {
	input.environment.tier == "production"
	some index in objects.of_kind("PersistentVolume")
	input.resources[index].object.spec.persistentVolumeReclaimPolicy == "Delete"
	message := $"the disk behind {input.resources[index].id} is deleted with its claim"
}

# Kinds without deletion protection: only the operator's policy keeps their data.
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
	message := $"{input.resources[index].id} and its data are deleted at Azure together with the object"
}

buckets := ["storage.cnrm.cloud.google.com/StorageBucket"]

findings contains {"path": objects.inside(index, ["metadata", "annotations", "cnrm.cloud.google.com/force-destroy"]), "message": message} if {
	input.environment.tier == "production"
	some index in objects.of_kinds(buckets)
	input.resources[index].object.metadata.annotations["cnrm.cloud.google.com/force-destroy"] == "true"
	message := $"{input.resources[index].id} is deleted with all its contents"
}
