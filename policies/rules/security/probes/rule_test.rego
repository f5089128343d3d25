package altostrata.rules.security.probes_test

import data.altostrata.lib.testing
import data.altostrata.rules.security.probes as rule

served(spec) := object.union(world, {"pods": [object.union(world.pods[0], {"selectedBy": {"services": [1]}})]}) if {
	world := testing.with_container(spec)
}

test_a_serving_container_needs_a_probe if {
	world := served({"ports": [{"containerPort": 80}]})
	count(rule.findings) == 1 with input as world
	rule.considered == 1 with input as world
	count(rule.findings) == 0 with input as served({"ports": [{"containerPort": 80}], "readinessProbe": {"httpGet": {"port": 80}}})
}

test_others_need_none if {
	rule.considered == 0 with input as testing.with_container({"ports": [{"containerPort": 80}]})
	rule.considered == 0 with input as served({})
}
