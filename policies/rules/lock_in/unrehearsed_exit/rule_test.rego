package altostrata.rules.lock_in.unrehearsed_exit_test

import data.altostrata.rules.lock_in.unrehearsed_exit as rule

world(plan) := {
	"asOf": "2026-11-24",
	"parameters": {"LCK-086": {"mostDays": 365}},
	"environments": {"e": {"tier": "production", "systems": {"s": {"exits": {"aws": plan}}}}},
}

test_rehearsals_age if {
	count(rule.findings) == 1 with input as world({"to": "x"})
	count(rule.findings) == 1 with input as world({"rehearsed": "2025-11-23"})
	count(rule.findings) == 0 with input as world({"rehearsed": "2025-11-24"})
	rule.considered == 1 with input as world({"to": "x"})
}
