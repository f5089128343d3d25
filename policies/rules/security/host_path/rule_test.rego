package altostrata.rules.security.host_path_test

import data.altostrata.lib.testing
import data.altostrata.rules.security.host_path as rule

test_only_host_paths_are_found if {
	world := testing.with_pod({}, {"volumes": [
		{"name": "root", "hostPath": {"path": "/"}},
		{"name": "scratch", "emptyDir": {}},
	]})
	count(rule.findings) == 1 with input as world
	rule.considered == 1 with input as world
}
