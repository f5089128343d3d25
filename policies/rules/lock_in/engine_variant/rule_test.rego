package altostrata.rules.lock_in.engine_variant_test

import data.altostrata.lib.testing
import data.altostrata.rules.lock_in.engine_variant as rule

test_variants_are_found if {
	world := testing.with_objects([
		["rds.services.k8s.aws/DBCluster", {"spec": {"engine": "aurora-postgresql"}}],
		["rds.services.k8s.aws/DBInstance", {"spec": {"engine": "postgres"}}],
		["alloydb.cnrm.cloud.google.com/AlloyDBCluster", {}],
		["search.azure.com/SearchService", {}],
	])
	count(rule.findings) == 3 with input as world
	rule.considered == 4 with input as world
}
