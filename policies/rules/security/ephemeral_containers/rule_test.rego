package altostrata.rules.security.ephemeral_containers_test

import data.altostrata.lib.testing
import data.altostrata.rules.security.ephemeral_containers as rule

test_only_ephemeral_ones_are_found if {
	world := testing.with_container({})
	count(rule.findings) == 0 with input as world
	rule.considered == 1 with input as world
	debugging := [object.union(world.containers[0], {"type": "ephemeral"})]
	count(rule.findings) == 1 with input as object.union(world, {"containers": debugging})
}
