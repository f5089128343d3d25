package altostrata.rules.topology.master_needed_at_run_time_test

import data.altostrata.rules.topology.master_needed_at_run_time as rule

world(components) := {
	"environments": {"e": {"systems": {"s": {"patterns": {"active-active": {"survive": "target"}}}}}},
	"applications": {"a": {"components": {"web": {"needs": {"atRunTime": ["session"]}}}}},
	"placements": [{"environment": "e", "system": "s", "application": "a", "target": "t", "part": {"leads": false}, "components": components}],
}

test_needs if {
	count(rule.findings) == 1 with input as world({"web": {}})
	count(rule.findings) == 0 with input as world({"web": {}, "session": {}})
	rule.considered == 1 with input as world({"web": {}})
}
