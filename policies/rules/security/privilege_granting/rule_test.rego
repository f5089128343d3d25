package altostrata.rules.security.privilege_granting_test

import data.altostrata.lib.testing
import data.altostrata.rules.security.privilege_granting as rule

test_reading_is_none if {
	world := testing.with_objects([["rbac.authorization.k8s.io/ClusterRole", {"rules": [
		{"verbs": ["get"], "resources": ["validatingwebhookconfigurations", "namespaces"]},
		{"verbs": ["*"], "resources": ["*"]},
		{"verbs": ["sign"], "resources": ["signers"]},
	]}]])
	count(rule.findings) == 1 with input as world
}
