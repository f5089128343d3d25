package altostrata.rules.security.host_users_test

import data.altostrata.lib.testing
import data.altostrata.rules.security.host_users as rule

world(version, pod) := object.union(testing.with_pod({}, pod), {
	"parameters": {"SEC-030": {"minor": 36}},
	"target": {"kubernetes": {"version": version}},
})

test_windows_has_none if {
	rule.considered == 0 with input as world("1.36", {"os": {"name": "windows"}})
}
