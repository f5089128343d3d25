package altostrata.rules.security.probes_test

import data.altostrata.lib.testing
import data.altostrata.rules.security.probes as rule

served(spec) := object.union(world, {
	"pods": [object.union(world.pods[0], {"selectedBy": {"services": [1]}})],
	"resources": array.concat(world.resources, [testing.resource("Service", {"spec": {"ports": [{"port": 443, "targetPort": "https"}, {"port": 80}]}})]),
}) if {
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
	rule.considered == 0 with input as served({"ports": [{"name": "metrics", "containerPort": 9100}]})
	rule.considered == 1 with input as served({"ports": [{"name": "https", "containerPort": 8443}]})
}

test_probes_must_differ if {
	probe := {"httpGet": {"port": 80}}
	count(rule.findings) == 1 with input as served({"ports": [{"containerPort": 80}], "readinessProbe": probe, "livenessProbe": probe})
	count(rule.findings) == 0 with input as served({"ports": [{"containerPort": 80}], "readinessProbe": probe, "livenessProbe": object.union(probe, {"failureThreshold": 9})})
}

test_side_containers_serve_too if {
	world := served({"ports": [{"containerPort": 80}], "restartPolicy": "Always"})
	count(rule.findings) == 1 with input as object.union(world, {"containers": [object.union(world.containers[0], {"type": "init"})]})
}

test_a_service_that_does_not_ask if {
	world := served({"ports": [{"containerPort": 80}]})
	asked := object.union(world, {"resources": [world.resources[0], testing.resource("Service", {"spec": {"publishNotReadyAddresses": true, "ports": [{"port": 80}]}})]})
	rule.considered == 0 with input as asked
}
