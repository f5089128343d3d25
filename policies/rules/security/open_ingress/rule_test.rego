package altostrata.rules.security.open_ingress_test

import data.altostrata.lib.testing
import data.altostrata.rules.security.open_ingress as rule

world(ingress) := testing.with_objects([["networking.k8s.io/NetworkPolicy", {"spec": {"ingress": ingress}}]])

test_everybody if {
	count(rule.findings) == 1 with input as world([{"ports": []}])
	count(rule.findings) == 2 with input as world([{"from": [{"ipBlock": {"cidr": "0.0.0.0/0"}}, {"namespaceSelector": {}}]}])
}
