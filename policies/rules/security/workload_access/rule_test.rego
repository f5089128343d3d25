package altostrata.rules.security.workload_access_test

import data.altostrata.lib.testing
import data.altostrata.rules.security.workload_access as rule

test_only_using_counts if {
	world := testing.with_objects([["rbac.authorization.k8s.io/Role", {"rules": [
		{"verbs": ["create"], "resources": ["pods", "services"]},
		{"verbs": ["get"], "resources": ["pods/exec", "pods"]},
		{"verbs": ["create"], "resources": ["*"]},
	]}]])
	count(rule.findings) == 2 with input as world
	rule.considered == 3 with input as world
}
