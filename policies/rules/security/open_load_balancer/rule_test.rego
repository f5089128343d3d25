package altostrata.rules.security.open_load_balancer_test

import data.altostrata.lib.testing
import data.altostrata.rules.security.open_load_balancer as rule

world(spec) := testing.with_objects([["Service", {"spec": spec}]])

test_named_ranges_and_other_types_are_none if {
	count(rule.findings) == 0 with input as world({"type": "LoadBalancer", "loadBalancerSourceRanges": ["203.0.113.0/28"]})
	rule.considered == 0 with input as world({"type": "ClusterIP"})
}
