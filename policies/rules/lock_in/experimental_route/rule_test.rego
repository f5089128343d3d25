package altostrata.rules.lock_in.experimental_route_test

import data.altostrata.rules.lock_in.experimental_route as rule

test_alpha_versions_are_found if {
	world := {
		"byKind": {"gateway.networking.k8s.io/TCPRoute": [0], "gateway.networking.k8s.io/HTTPRoute": [1]},
		"resources": [
			{"id": "TCPRoute/a/b", "version": "v1alpha2", "layer": "platform"},
			{"id": "HTTPRoute/a/b", "version": "v1", "layer": "platform"},
		],
	}
	count(rule.findings) == 1 with input as world
	rule.considered == 2 with input as world
}
