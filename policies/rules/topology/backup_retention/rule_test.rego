package altostrata.rules.topology.backup_retention_test

import data.altostrata.rules.topology.backup_retention as rule

world(tier, keep) := {
	"parameters": {"TOP-020": {"leastDays": 30, "leastLockedDays": 7}},
	"targets": {"t": {"infrastructure": {"buckets": {"backup": {"lockedDays": 14}}}}},
	"environments": {"e": {"tier": tier, "systems": {"s": {"datasources": {"d": {"backup": {"keep": keep, "to": "t"}}}}}}},
}

test_production_keeps_a_month if {
	count(rule.findings) == 1 with input as world("production", "7d")
	count(rule.findings) == 0 with input as world("production", "30d")
	rule.considered == 1 with input as world("production", "30d")
	rule.considered == 0 with input as world("staging", "7d")
}
