package altostrata.rules.lock_in.unknown_leaving_test

import data.altostrata.rules.lock_in.unknown_leaving as rule

world(provider) := {
	"asOf": "2026-11-24",
	"parameters": {"LCK-084": {"mostDays": 365}},
	"environments": {"e": {"tier": "production"}},
	"providers": {"aws": provider},
	"placements": [{"environment": "e", "provider": "aws"}],
}

test_figures_are_asked_for_and_age if {
	count(rule.findings) == 1 with input as world({})
	count(rule.findings) == 1 with input as world({"leaving": {"date": "2025-01-01"}})
	count(rule.findings) == 0 with input as world({"leaving": {"date": "2026-01-01"}})
	rule.considered == 1 with input as world({})
}
