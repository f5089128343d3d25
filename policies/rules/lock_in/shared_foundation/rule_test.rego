package altostrata.rules.lock_in.shared_foundation_test

import data.altostrata.rules.lock_in.shared_foundation as rule

world(backup) := {
	"environments": {"e": {"tier": "production", "systems": {"s": {"datasources": {"orders": {"backup": {"to": backup}}}}}}},
	"targets": {"aws-one": {"provider": "aws"}, "openshift-one": {"provider": "rosa"}, "gcp-one": {"provider": "gcp"}},
	"providers": {"aws": {}, "rosa": {"runsOn": "aws"}, "gcp": {}},
	"placements": [{"environment": "e", "system": "s", "target": "aws-one", "provider": "aws"}],
}

test_a_backup_on_the_same_platform_is_found if {
	some finding in rule.findings with input as world("openshift-one")
	contains(finding.message, "aws and rosa")
}

test_staging_may_share if {
	staging := json.patch(world("openshift-one"), [{"op": "replace", "path": "/environments/e/tier", "value": "staging"}])
	rule.considered == 0 with input as staging
}
