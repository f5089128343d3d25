package altostrata.rules.lock_in.closed_data_format_test

import data.altostrata.rules.lock_in.closed_data_format as rule

world(datasource) := {
	"environments": {"e": {"systems": {"s": {"datasources": {"orders": datasource}}}}},
	"parameters": {"LCK-085": {"mostDays": 7}},
}

managed(exit) := world({"engine": {"via": "managed"}, "exit": exit})

test_managed_data_needs_an_export_that_runs if {
	count(rule.findings) == 1 with input as world({"engine": {"via": "managed"}})
	count(rule.findings) == 1 with input as managed({"export": "pg_dump"})
	count(rule.findings) == 0 with input as managed({"export": "pg_dump", "every": "24h"})
}

test_a_rare_export_is_found if {
	count(rule.findings) == 1 with input as managed({"export": "pg_dump", "every": "30d"})
}

test_the_own_engine_keeps_its_files if {
	count(rule.findings) == 0 with input as world({"engine": {"via": "cloudnative-pg"}})
	rule.considered == 1 with input as world({"engine": {"via": "cloudnative-pg"}})
}
