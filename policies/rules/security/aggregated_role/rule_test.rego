package altostrata.rules.security.aggregated_role_test

import data.altostrata.lib.testing
import data.altostrata.rules.security.aggregated_role as rule

test_label if {
	world := testing.with_objects([
		["rbac.authorization.k8s.io/ClusterRole", {"metadata": {"name": "a", "labels": {"rbac.authorization.k8s.io/aggregate-to-edit": "true", "app": "x"}}}],
		["rbac.authorization.k8s.io/ClusterRole", {"metadata": {"name": "b"}}],
	])
	count(rule.findings) == 1 with input as world
	rule.considered == 2 with input as world
}

test_gathering if {
	gathered := [{"matchLabels": {"rbac.authorization.k8s.io/aggregate-to-admin": "true"}}, {}, {"matchLabels": {"mine": "true"}}]
	world := testing.with_objects([["rbac.authorization.k8s.io/ClusterRole", {"aggregationRule": {"clusterRoleSelectors": gathered}}]])
	count(rule.findings) == 2 with input as world
}
