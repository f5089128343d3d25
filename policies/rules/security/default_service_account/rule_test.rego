package altostrata.rules.security.default_service_account_test

import data.altostrata.lib.testing
import data.altostrata.rules.security.default_service_account as rule

test_rights_of_the_default_account if {
	subjects := [{"kind": "ServiceAccount", "name": "default"}, {"kind": "ServiceAccount", "name": "web"}, {"kind": "User", "name": "default"}]
	count(rule.findings) == 1 with input as testing.with_objects([["rbac.authorization.k8s.io/RoleBinding", {"subjects": subjects}]])
}
