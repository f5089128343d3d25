package altostrata.rules.security.resource_quota_test

import data.altostrata.lib.testing
import data.altostrata.rules.security.resource_quota as rule

world(pairs) := object.union(testing.with_objects(pairs), {"pods": [{"namespace": "shop", "resource": 0}]})

test_a_namespace_needs_a_quota if {
	count(rule.findings) == 1 with input as world([])
	count(rule.findings) == 0 with input as world([["ResourceQuota", {"spec": {"hard": {"pods": 10}}}]])
	count(rule.findings) == 1 with input as world([["ResourceQuota", {"spec": {"hard": {}}}]])
	rule.considered == 1 with input as world([])
}
