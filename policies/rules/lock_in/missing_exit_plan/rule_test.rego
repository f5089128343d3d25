package altostrata.rules.lock_in.missing_exit_plan_test

import data.altostrata.rules.lock_in.missing_exit_plan as rule

world(exits) := {
	"environments": {"e": {"tier": "production", "systems": {"s": {"exits": exits}}}},
	"placements": [{"environment": "e", "system": "s", "provider": "aws", "part": {"leads": true}}],
}

test_plans_are_asked_for if {
	count(rule.findings) == 1 with input as world({})
	count(rule.findings) == 0 with input as world({"aws": {"to": "gcp-iowa"}})
	rule.considered == 1 with input as world({})
}
