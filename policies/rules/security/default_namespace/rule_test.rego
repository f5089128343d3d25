package altostrata.rules.security.default_namespace_test

import data.altostrata.lib.testing
import data.altostrata.rules.security.default_namespace as rule

test_only_foreign_namespaces_are_found if {
	world := testing.with_container({})
	count(rule.findings) == 0 with input as world
	rule.considered == 1 with input as world
	count(rule.findings) == 1 with input as {"pods": [object.union(world.pods[0], {"namespace": "default"})]}
}

test_prefix_of_kubernetes if {
	world := testing.with_container({})
	count(rule.findings) == 1 with input as {"pods": [object.union(world.pods[0], {"namespace": "kube-flannel"})]}
}
