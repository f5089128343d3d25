package altostrata.rules.lock_in.serverless_node_test

import data.altostrata.lib.testing
import data.altostrata.rules.lock_in.serverless_node as rule

test_profiles_are_found if {
	world := testing.with_pod({}, {"nodeSelector": {"eks.amazonaws.com/compute-type": "fargate"}, "tolerations": [{"key": "virtual-kubelet.io/provider"}, {"key": "other"}]})
	count(rule.findings) == 2 with input as world
	rule.considered == 1 with input as world
}
