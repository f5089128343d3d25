package altostrata.rules.security.privileged_port_test

import data.altostrata.lib.testing
import data.altostrata.rules.security.privileged_port as rule

world(port) := object.union(testing.with_container({"ports": [{"containerPort": port}]}), {"parameters": {"SEC-031": {"shellPorts": [2222]}}})

test_ports if {
	count(rule.findings) == 1 with input as world(80)
	count(rule.findings) == 1 with input as world(2222)
	count(rule.findings) == 0 with input as world(8080)
	rule.considered == 1 with input as world(8080)
}
