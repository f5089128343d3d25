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
	access.allows({"verbs": ["*"]}, {"get"})
	access.allows({"verbs": ["list", "get"]}, {"get"})
	not access.allows({"verbs": ["list"]}, {"get"})
}

test_means_resources_and_their_parts if {
	access.means("*", "pods/exec")
	access.means("*/exec", "pods/exec")
	not access.means("*/exec", "pods")
	not access.means("pods", "pods/exec")
}

test_groups if {
	access.in_group({"apiGroups": ["", "apps"]}, "apps")
	access.in_group({"apiGroups": ["*"]}, "apps")
	access.in_group({}, "apps")
	not access.in_group({"apiGroups": [""]}, "apps")
}

test_helper_of_tests_sets_the_layer if {
	testing.in_layer("provider", [["v1/Thing", {"metadata": {"name": "x", "namespace": "y"}}]]).resources[0].layer == "provider"
}
