package altostrata.rules.lock_in.single_provider_test

import data.altostrata.rules.lock_in.single_provider as rule

world(tier, providers) := {
	"environments": {"e": {"tier": tier}},
	"placements": [{"environment": "e", "system": "s", "provider": provider} | some provider in providers],
}

test_others_need_one if {
	rule.considered == 0 with input as world("staging", ["aws"])
}
