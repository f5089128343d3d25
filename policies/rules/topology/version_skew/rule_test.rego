package altostrata.rules.topology.version_skew_test

import data.altostrata.rules.topology.version_skew as rule

world(kubernetes, addon) := {
	"parameters": {"TOP-018": {"mostMinors": 1}},
	"targets": {
		"a": {"kubernetes": {"version": "1.36"}, "addons": {"keda": "2.21.0"}},
		"b": {"kubernetes": {"version": kubernetes}, "addons": {"keda": addon}},
	},
	"placements": [{"environment": "e", "system": "s", "target": target} | some target in ["a", "b"]],
}

test_minors_and_majors if {
	count(rule.findings) == 0 with input as world("1.35", "2.20.1")
	count(rule.findings) == 1 with input as world("1.34", "2.20.1")
	count(rule.findings) == 1 with input as world("1.35", "1.9.0")
	rule.considered == 1 with input as world("1.35", "2.20.1")
}
