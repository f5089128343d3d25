package altostrata.rules.security.node_exposure_test

import data.altostrata.lib.testing
import data.altostrata.rules.security.node_exposure as rule

test_both_ways_are_findings if {
	world := testing.with_objects([
		["Service", {"spec": {"type": "NodePort"}}],
		["Service", {"spec": {"type": "ClusterIP", "externalIPs": ["203.0.113.1"]}}],
		["Service", {"spec": {"type": "ClusterIP"}}],
	])
	count(rule.findings) == 2 with input as world
	rule.considered == 3 with input as world
}
