package altostrata.rules.security.privilege_granting_test

import data.altostrata.lib.testing
import data.altostrata.rules.security.privilege_granting as rule

test_verbs_and_resources if {
	world := testing.with_objects([["rbac.authorization.k8s.io/ClusterRole", {"rules": [
		{"verbs": ["impersonate"], "resources": ["users"]},
		{"verbs": ["create"], "resources": ["serviceaccounts/token"]},
		{"verbs": ["list"], "resources": ["nodes/proxy"]},
		{"verbs": ["create"], "resources": ["pods"]},
	]}]])
	count(rule.findings) == 2 with input as world
	rule.considered == 4 with input as world
}

test_reading_is_none if {
	world := testing.with_objects([["rbac.authorization.k8s.io/ClusterRole", {"rules": [
		{"verbs": ["get"], "resources": ["validatingwebhookconfigurations", "namespaces"]},
		{"verbs": ["*"], "resources": ["*"]},
		{"verbs": ["sign"], "resources": ["signers"]},
	]}]])
	count(rule.findings) == 1 with input as world
}
