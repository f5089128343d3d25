package altostrata.rules.lock_in.foreign_pull_test

import data.altostrata.lib.testing
import data.altostrata.rules.lock_in.foreign_pull as rule

with_registry(registry, pod) := object.union(world, {
	"target": {"provider": "aws"},
	"containers": [object.union(world.containers[0], {"image": {"registry": registry}})],
}) if {
	world := testing.with_pod({}, pod)
}

test_strangers_are_found if {
	count(rule.findings) == 1 with input as with_registry("a.azurecr.io", {})
	count(rule.findings) == 1 with input as with_registry("europe-docker.pkg.dev", {})
	count(rule.findings) == 0 with input as with_registry("1.dkr.ecr.eu-central-1.amazonaws.com", {})
	count(rule.findings) == 0 with input as with_registry("a.azurecr.io", {"imagePullSecrets": [{"name": "pull"}]})
	rule.considered == 1 with input as with_registry("registry.example.com", {})
}
