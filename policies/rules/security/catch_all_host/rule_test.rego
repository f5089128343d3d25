package altostrata.rules.security.catch_all_host_test

import data.altostrata.lib.testing
import data.altostrata.rules.security.catch_all_host as rule

test_missing_and_wild_hosts_are_findings if {
	world := testing.with_objects([
		["gateway.networking.k8s.io/HTTPRoute", {"spec": {}}],
		["gateway.networking.k8s.io/HTTPRoute", {"spec": {"hostnames": ["*.example.com", "a.example.com"]}}],
		["networking.k8s.io/Ingress", {"spec": {"rules": [{}, {"host": "a.example.com"}]}}],
	])
	count(rule.findings) == 3 with input as world
	rule.considered == 3 with input as world
}

test_listeners_and_what_is_left_over if {
	world := testing.with_objects([
		["gateway.networking.k8s.io/Gateway", {"spec": {"listeners": [{"name": "a"}, {"name": "b", "hostname": "b.example.com"}]}}],
		["networking.k8s.io/Ingress", {"spec": {"defaultBackend": {}}}],
		["gateway.networking.k8s.io/TLSRoute", {"spec": {}}],
	])
	count(rule.findings) == 3 with input as world
}
