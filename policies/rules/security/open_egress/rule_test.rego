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

test_the_metadata_service_is_a_finding_unless_excluded if {
	count(rule.findings) == 1 with input as to({"cidr": "169.254.0.0/16"})
	count(rule.findings) == 0 with input as to({"cidr": "169.254.0.0/16", "except": ["169.254.169.254/32"]})
}

test_a_named_range_is_none if {
	count(rule.findings) == 0 with input as to({"cidr": "203.0.113.0/28"})
}
