package altostrata.rules.lock_in.provider_node_label_test

import data.altostrata.lib.testing
import data.altostrata.rules.lock_in.provider_node_label as rule

test_selectors_and_tolerations if {
	world := testing.with_pod({}, {
		"nodeSelector": {"cloud.google.com/gke-nodepool": "x", "node.kubernetes.io/instance-type": "m7i.xlarge", "kubernetes.io/arch": "amd64"},
		"tolerations": [{"key": "eks.amazonaws.com/compute-type"}, {"key": "dedicated"}],
	})
	count(rule.findings) == 3 with input as world
	rule.considered == 1 with input as world
}
