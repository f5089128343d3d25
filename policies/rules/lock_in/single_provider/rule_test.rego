package altostrata.rules.lock_in.single_provider_test

import data.altostrata.rules.lock_in.single_provider as rule

world(tier, providers) := {
	"environments": {"e": {"tier": tier}},
	"placements": [{"environment": "e", "system": "s", "provider": provider} | some provider in providers],
}

test_production_needs_two if {
	count(rule.findings) == 1 with input as world("production", ["aws", "aws"])
	count(rule.findings) == 0 with input as world("production", ["aws", "gcp"])
	rule.considered == 1 with input as world("production", ["aws", "gcp"])
}

test_others_need_one if {
	rule.considered == 0 with input as world("staging", ["aws"])
}
