package altostrata.rules.security.cluster_admin_binding_test

import data.altostrata.lib.testing
import data.altostrata.rules.security.cluster_admin_binding as rule

binding := "rbac.authorization.k8s.io/ClusterRoleBinding"

test_role_and_group_are_findings if {
	world := testing.with_objects([
		[binding, {"roleRef": {"name": "cluster-admin"}}],
		[binding, {"roleRef": {"name": "viewer"}, "subjects": [{"name": "system:masters"}]}],
		[binding, {"roleRef": {"name": "viewer"}, "subjects": [{"name": "team"}]}],
	])
	count(rule.findings) == 2 with input as world
	rule.considered == 3 with input as world
}
