package altostrata.rules.security.capabilities_kept_test

import data.altostrata.lib.testing
import data.altostrata.rules.security.capabilities_kept as rule

world(capabilities) := object.union(
	testing.with_container({"securityContext": {"capabilities": capabilities}}),
	{"parameters": {"SEC-010": {"allowed": ["NET_BIND_SERVICE"]}}},
)

test_keeping_is_a_finding if {
	count(rule.findings) == 1 with input as world({"drop": ["NET_RAW"]})
	rule.considered == 1 with input as world({})
}

test_adding_is_a_finding_unless_allowed if {
	count(rule.findings) == 1 with input as world({"drop": ["ALL"], "add": ["NET_BIND_SERVICE", "SYS_ADMIN"]})
}
