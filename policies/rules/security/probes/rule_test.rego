package altostrata.rules.security.probes_test

import data.altostrata.lib.testing
import data.altostrata.rules.security.probes as rule

served(spec) := object.union(world, {
	"pods": [object.union(world.pods[0], {"selectedBy": {"services": [1]}})],
	"resources": array.concat(world.resources, [testing.resource("Service", {"spec": {"ports": [{"port": 443, "targetPort": "https"}, {"port": 80}]}})]),
}) if {
	world := testing.with_container(spec)
}

test_others_need_none if {
	rule.considered == 0 with input as testing.with_container({"ports": [{"containerPort": 80}]})
	rule.considered == 0 with input as served({})
	rule.considered == 0 with input as served({"ports": [{"name": "metrics", "containerPort": 9100}]})
	rule.considered == 1 with input as served({"ports": [{"name": "https", "containerPort": 8443}]})
}

test_a_service_that_does_not_ask if {
	world := served({"ports": [{"containerPort": 80}]})
	asked := object.union(world, {"resources": [world.resources[0], testing.resource("Service", {"spec": {"publishNotReadyAddresses": true, "ports": [{"port": 80}]}})]})
	rule.considered == 0 with input as asked
}
