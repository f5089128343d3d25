package altostrata.rules.security.unselected_pod_test

import data.altostrata.lib.testing
import data.altostrata.rules.security.unselected_pod as rule

test_selection if {
	lonely := testing.with_container({})
	count(rule.findings) == 1 with input as lonely
	covered := object.union(lonely, {"pods": [object.union(lonely.pods[0], {"selectedBy": {"networkPolicies": [0]}})]})
	count(rule.findings) == 0 with input as covered
	rule.considered == 1 with input as covered
}
