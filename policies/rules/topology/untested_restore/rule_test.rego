package altostrata.rules.topology.untested_restore_test

import data.altostrata.rules.topology.untested_restore as rule

world(tier, backup) := {
	"asOf": "2026-11-24",
	"parameters": {"TOP-025": {"mostDays": 365}},
	"environments": {"e": {"tier": tier, "systems": {"s": {"datasources": {"d": {"backup": backup}}}}}},
}

test_within_a_year if {
	count(rule.findings) == 0 with input as world("production", {"restored": "2025-11-24"})
	count(rule.findings) == 1 with input as world("production", {"restored": "2025-11-23"})
	count(rule.findings) == 1 with input as world("production", {"to": "t"})
	rule.considered == 1 with input as world("production", {})
	rule.considered == 0 with input as world("staging", {})
}
