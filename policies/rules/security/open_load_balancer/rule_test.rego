package altostrata.rules.security.open_load_balancer_test

import data.altostrata.lib.testing
import data.altostrata.rules.security.open_load_balancer as rule

world(spec) := testing.with_objects([["Service", {"spec": spec}]])

test_no_range_and_every_range_are_findings if {
	count(rule.findings) == 1 with input as world({"type": "LoadBalancer"})
	count(rule.findings) == 1 with input as world({"type": "LoadBalancer", "loadBalancerSourceRanges": ["0.0.0.0/0"]})
	rule.considered == 1 with input as world({"type": "LoadBalancer"})
}

test_named_ranges_and_other_types_are_none if {
	count(rule.findings) == 0 with input as world({"type": "LoadBalancer", "loadBalancerSourceRanges": ["203.0.113.0/28"]})
	rule.considered == 0 with input as world({"type": "ClusterIP"})
}

test_internal_by_the_providers_annotations if {
	facts := {"provider": {"capabilities": {"load-balancer": {"annotations": {"internal": {"type": "Internal"}}}}}}
	inside := testing.with_objects([["Service", {"metadata": {"annotations": {"type": "Internal"}}, "spec": {"type": "LoadBalancer"}}]])
	count(rule.findings) == 0 with input as object.union(inside, facts)
	outside := testing.with_objects([["Service", {"metadata": {"annotations": {"type": "External"}}, "spec": {"type": "LoadBalancer"}}]])
	count(rule.findings) == 1 with input as object.union(outside, facts)
}
