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

test_volumes_that_are_claimed if {
	world := testing.with_objects([
		["PersistentVolume", {"spec": {"hostPath": {"path": "/"}}}],
		["PersistentVolume", {"spec": {"local": {"path": "/"}}}],
		["PersistentVolume", {"spec": {"csi": {}}}],
	])
	count(rule.findings) == 2 with input as world
	rule.considered == 3 with input as world
}
