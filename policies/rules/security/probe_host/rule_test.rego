package altostrata.rules.security.probe_host_test

import data.altostrata.lib.testing
import data.altostrata.rules.security.probe_host as rule

test_probe_and_lifecycle if {
	world := testing.with_container({"readinessProbe": {"httpGet": {"host": "192.0.2.1"}}, "lifecycle": {"preStop": {"tcpSocket": {"host": "192.0.2.1"}}}, "livenessProbe": {"httpGet": {"port": 1}}})
	count(rule.findings) == 2 with input as world
	rule.considered == 1 with input as world
}
