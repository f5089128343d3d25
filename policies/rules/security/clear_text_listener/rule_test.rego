package altostrata.rules.security.clear_text_listener_test

import data.altostrata.lib.testing
import data.altostrata.rules.security.clear_text_listener as rule

test_clear_text_is_a_finding if {
	world := testing.with_objects([
		["gateway.networking.k8s.io/Gateway", {"spec": {"listeners": [{"name": "a", "protocol": "HTTP"}, {"name": "b", "protocol": "HTTPS"}]}}],
		["networking.k8s.io/Ingress", {"spec": {}}],
		["networking.k8s.io/Ingress", {"spec": {"tls": [{"hosts": ["a.example.com"]}]}}],
	])
	count(rule.findings) == 2 with input as world
	rule.considered == 3 with input as world
}
