package altostrata.rules.security.wildcard_access_test

import data.altostrata.lib.testing
import data.altostrata.rules.security.wildcard_access as rule

test_each_star_is_a_finding if {
	world := testing.with_objects([["rbac.authorization.k8s.io/Role", {"rules": [
		{"verbs": ["*"], "resources": ["*"], "apiGroups": [""]},
		{"verbs": ["get"], "resources": ["pods"], "apiGroups": [""]},
	]}]])
	count(rule.findings) == 2 with input as world
	rule.considered == 2 with input as world
}

test_parts_of_everything if {
	world := testing.with_objects([["rbac.authorization.k8s.io/ClusterRole", {"rules": [
		{"verbs": ["update"], "resources": ["*/scale"], "apiGroups": ["apps"]},
		{"verbs": ["get"], "nonResourceURLs": ["/*", "/healthz"]},
	]}]])
	count(rule.findings) == 2 with input as world
}
