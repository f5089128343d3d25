package altostrata.lib.access_test

import data.altostrata.lib.access
import data.altostrata.lib.testing

test_rules_of_all_roles if {
	world := testing.with_objects([
		["rbac.authorization.k8s.io/Role", {"rules": [{"resources": ["secrets"], "verbs": ["get"]}]}],
		["rbac.authorization.k8s.io/ClusterRoleBinding", {}],
	])
	count(access.rules) == 1 with input as world
	access.binding_indices == [1] with input as world
}

test_allows_by_name_and_by_star if {
	access.allows({"resources": ["secrets"], "verbs": ["*"]}, "secrets", "get")
	not access.allows({"resources": ["pods"], "verbs": ["get"]}, "secrets", "get")
}

test_helper_of_tests_sets_the_layer if {
	testing.in_layer("provider", [["v1/Thing", {"metadata": {"name": "x", "namespace": "y"}}]]).resources[0].layer == "provider"
}
