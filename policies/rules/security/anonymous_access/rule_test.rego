package altostrata.rules.security.anonymous_access_test

import data.altostrata.lib.testing
import data.altostrata.rules.security.anonymous_access as rule

test_everybody_is_a_finding if {
	world := testing.with_objects([["rbac.authorization.k8s.io/RoleBinding", {"subjects": [{"name": "system:authenticated"}, {"name": "team"}]}]])
	count(rule.findings) == 1 with input as world
	rule.considered == 1 with input as world
}
