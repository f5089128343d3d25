package altostrata.rules.security.host_users_test

import data.altostrata.lib.testing
import data.altostrata.rules.security.host_users as rule

world(version, pod) := object.union(testing.with_pod({}, pod), {
	"parameters": {"SEC-030": {"minor": 36}},
	"target": {"kubernetes": {"version": version}},
})

test_only_where_the_target_has_them if {
	count(rule.findings) == 1 with input as world("1.36", {})
	count(rule.findings) == 1 with input as world("1.40", {"hostUsers": true})
	count(rule.findings) == 0 with input as world("1.36", {"hostUsers": false})
	count(rule.findings) == 0 with input as world("1.35", {})
	rule.considered == 1 with input as world("1.36", {})
	rule.considered == 0 with input as world("1.35", {})
}

test_windows_has_none if {
	rule.considered == 0 with input as world("1.36", {"os": {"name": "windows"}})
}
