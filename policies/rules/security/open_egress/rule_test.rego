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
	count(rule.findings) == 0 with input as to({"cidr": "169.254.0.0/16", "except": ["169.254.169.254/32", "169.254.170.0/24"]})
}

test_a_named_range_is_none if {
	count(rule.findings) == 0 with input as to({"cidr": "203.0.113.0/28"})
}

test_halves_and_other_families_are_everything if {
	count(rule.findings) == 1 with input as to({"cidr": "128.0.0.0/1"})
	count(rule.findings) == 1 with input as to({"cidr": "2000::/3"})
	count(rule.findings) == 1 with input as to({"cidr": "fd00:ec2::/32"})
	count(rule.findings) == 0 with input as to({"cidr": "fd12::/32"})
}

test_every_namespace if {
	count(rule.findings) == 1 with input as world([{"to": [{"namespaceSelector": {}}]}])
	count(rule.findings) == 0 with input as world([{"to": [{"namespaceSelector": {}, "podSelector": {"matchLabels": {"app": "dns"}}}]}])
}
