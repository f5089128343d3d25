package altostrata.rules.security.host_namespaces_test

import data.altostrata.lib.testing
import data.altostrata.rules.security.host_namespaces as rule

test_each_namespace_is_a_finding if {
	world := testing.with_pod({}, {"hostNetwork": true, "hostPID": true, "hostIPC": false})
	count(rule.findings) == 2 with input as world
	rule.considered == 1 with input as world
}
