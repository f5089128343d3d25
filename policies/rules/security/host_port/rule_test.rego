package altostrata.rules.security.host_port_test

import data.altostrata.lib.testing
import data.altostrata.rules.security.host_port as rule

test_only_host_ports_are_found if {
	world := testing.with_container({"ports": [{"containerPort": 80, "hostPort": 80}, {"containerPort": 81}]})
	count(rule.findings) == 1 with input as world
	rule.considered == 1 with input as world
}
