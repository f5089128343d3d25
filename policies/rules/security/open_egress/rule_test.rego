package altostrata.rules.security.open_egress_test

import data.altostrata.lib.testing
import data.altostrata.rules.security.open_egress as rule

world(egress) := testing.with_objects([["networking.k8s.io/NetworkPolicy", {"spec": {"egress": egress}}]])

to(block) := world([{"to": [{"ipBlock": block}]}])

test_everything_is_a_finding if {
	count(rule.findings) == 1 with input as to({"cidr": "0.0.0.0/0"})
	count(rule.findings) == 1 with input as world([{"ports": []}])
	rule.considered == 1 with input as world([])
}
