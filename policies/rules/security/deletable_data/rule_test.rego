package altostrata.rules.security.deletable_data_test

import data.altostrata.lib.testing
import data.altostrata.rules.security.deletable_data as rule

test_kubernetes_objects if {
	count(rule.findings) == 1 with input as testing.with_objects([["postgresql.cnpg.io/Database", {"spec": {"databaseReclaimPolicy": "delete"}}]])
	count(rule.findings) == 1 with input as testing.with_objects([["apps/StatefulSet", {"spec": {"persistentVolumeClaimRetentionPolicy": {"whenDeleted": "Delete", "whenScaled": "Retain"}}}]])
	rule.considered == 1 with input as testing.with_objects([["apps/StatefulSet", {"spec": {}}]])
}

test_managed_databases if {
	count(rule.findings) == 1 with input as testing.with_objects([["rds.services.k8s.aws/DBInstance", {"spec": {"engine": "postgres"}}]])
	count(rule.findings) == 0 with input as testing.with_objects([["rds.services.k8s.aws/DBInstance", {"spec": {"deletionProtection": true}}]])
}
