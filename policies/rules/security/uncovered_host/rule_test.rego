package altostrata.rules.security.uncovered_host_test

import data.altostrata.lib.testing
import data.altostrata.rules.security.uncovered_host as rule

world(host, names) := testing.with_objects([
	["gateway.networking.k8s.io/Gateway", {"spec": {"listeners": [{"hostname": host, "tls": {"certificateRefs": [{"name": "web-tls"}]}}, {"port": 80}]}}],
	["cert-manager.io/Certificate", {"spec": {"secretName": "web-tls", "dnsNames": names}}],
])

test_names if {
	count(rule.findings) == 1 with input as world("shop.example.com", ["www.example.com"])
	count(rule.findings) == 0 with input as world("shop.example.com", ["shop.example.com"])
	count(rule.findings) == 0 with input as world("shop.example.com", ["*.example.com"])
	rule.considered == 1 with input as world("shop.example.com", [])
}
