package altostrata.rules.security.short_retention_test

import data.altostrata.lib.testing
import data.altostrata.rules.security.short_retention as rule

world(kind, spec) := object.union(testing.with_objects([[kind, {"spec": spec}]]), {"parameters": {"SEC-134": {"leastDays": 7}}})

test_archives if {
	count(rule.findings) == 1 with input as world("barmancloud.cnpg.io/ObjectStore", {})
	count(rule.findings) == 1 with input as world("barmancloud.cnpg.io/ObjectStore", {"retentionPolicy": "3d"})
	count(rule.findings) == 0 with input as world("barmancloud.cnpg.io/ObjectStore", {"retentionPolicy": "1w"})
	rule.considered == 1 with input as world("barmancloud.cnpg.io/ObjectStore", {})
}

test_managed_databases if {
	count(rule.findings) == 1 with input as world("rds.services.k8s.aws/DBInstance", {})
	count(rule.findings) == 0 with input as world("rds.services.k8s.aws/DBInstance", {"backupRetentionPeriod": 14})
}
