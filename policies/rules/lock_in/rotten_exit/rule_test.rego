package altostrata.rules.lock_in.rotten_exit_test

import data.altostrata.rules.lock_in.rotten_exit as rule

world(to) := {
	"environments": {"e": {"systems": {"s": {"exits": {"aws": {"to": to}}}}}},
	"targets": {"aws-one": {"provider": "aws"}, "gcp-one": {"provider": "gcp"}},
	"placements": [{"environment": "e", "system": "s", "target": target} | some target in ["aws-one", "gcp-one"]],
}

test_plans_lead_somewhere if {
	count(rule.findings) == 0 with input as world("gcp-one")
	count(rule.findings) == 1 with input as world("aws-one")
	count(rule.findings) == 1 with input as world("gone")
	rule.considered == 1 with input as world("gone")
}
