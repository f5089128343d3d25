package altostrata.rules.security.unsafe_sysctl_test

import data.altostrata.lib.testing
import data.altostrata.rules.security.unsafe_sysctl as rule

test_only_safe_parameters_pass if {
	world := object.union(testing.with_pod({}, {"securityContext": {"sysctls": [{"name": "net.ipv4.tcp_syncookies"}, {"name": "kernel.msgmax"}]}}), {"parameters": {"SEC-019": {"safe": ["net.ipv4.tcp_syncookies"]}}})
	count(rule.findings) == 1 with input as world
	rule.considered == 1 with input as world
}
