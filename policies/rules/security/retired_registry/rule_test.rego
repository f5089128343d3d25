package altostrata.rules.security.retired_registry_test

import data.altostrata.lib.testing
import data.altostrata.rules.security.retired_registry as rule

test_registry if {
	base := testing.with_container({})
	world := object.union(base, {"parameters": {"SEC-053": {"retired": ["k8s.gcr.io"]}}, "containers": [object.union(base.containers[0], {"image": {"registry": "k8s.gcr.io"}})]})
	count(rule.findings) == 1 with input as world
	count(rule.findings) == 0 with input as base
	rule.considered == 1 with input as base
}
