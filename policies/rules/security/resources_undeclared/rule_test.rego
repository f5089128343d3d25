package altostrata.rules.security.resources_undeclared_test

import data.altostrata.lib.testing
import data.altostrata.rules.security.resources_undeclared as rule

test_each_missing_value_is_a_finding if {
	world := testing.with_container({})
	count(rule.findings) == 3 with input as world
	rule.considered == 1 with input as world
	declared := [object.union(world.containers[0], {"requests": {"cpu": 0.5, "memory": 1000}, "limits": {"memory": 1000}})]
	count(rule.findings) == 0 with input as object.union(world, {"containers": declared})
}

test_the_pod_may_say_it if {
	count(rule.findings) == 1 with input as testing.with_pod({}, {"resources": {"requests": {"cpu": 1, "memory": "1Gi"}}})
}
