package altostrata.rules.lock_in.exit_rehearsal_test

import data.altostrata.rules.lock_in.exit_rehearsal as rule

world(rehearsed) := {
	"asOf": "2026-11-24",
	"parameters": {"LCK-096": {"mostDays": 365}},
	"environments": {"e": {"systems": {"s": {"datasources": {"d": {"exit": {"rehearsed": rehearsed}}}}}}},
}

test_old_rehearsals_are_findings if {
	count(rule.findings) == 1 with input as world("2025-11-23")
	count(rule.findings) == 0 with input as world("2025-11-24")
	rule.considered == 1 with input as world("2025-11-24")
}
