package altostrata.rules.security.retired_registry_test

import data.altostrata.lib.testing
import data.altostrata.rules.security.retired_registry as rule

world(registry) := object.union(
	testing.with_image({"registry": registry}),
	{"parameters": {"SEC-053": {"retired": ["k8s.gcr.io"]}}},
)

test_registry if {
	count(rule.findings) == 1 with input as world("k8s.gcr.io")
	count(rule.findings) == 0 with input as world("registry.k8s.io")
	rule.considered == 1 with input as world("registry.k8s.io")
}
