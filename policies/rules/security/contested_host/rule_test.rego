package altostrata.rules.security.contested_host_test

import data.altostrata.lib.testing
import data.altostrata.rules.security.contested_host as rule

route(name, namespace, host) := ["gateway.networking.k8s.io/HTTPRoute", {"metadata": {"name": name, "namespace": namespace}, "spec": {"hostnames": [host]}}]

test_hosts if {
	count(rule.findings) == 2 with input as testing.with_objects([route("a", "shop", "x.example.com"), route("b", "blog", "x.example.com")])
	world := testing.with_objects([route("a", "shop", "x.example.com"), route("b", "shop", "x.example.com")])
	count(rule.findings) == 0 with input as world
	rule.considered == 2 with input as world
}

test_ingresses_claim_too if {
	ingress := ["networking.k8s.io/Ingress", {"metadata": {"name": "old", "namespace": "legacy"}, "spec": {"rules": [{"host": "X.example.com"}, {}]}}]
	count(rule.findings) == 2 with input as testing.with_objects([route("a", "shop", "x.example.com"), ingress])
}
