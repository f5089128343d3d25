package altostrata.rules.lock_in.closed_data_format_test

import data.altostrata.rules.lock_in.closed_data_format as rule

world(datasource) := {
	"environments": {"e": {"systems": {"s": {"datasources": {"orders": datasource}}}}},
	"parameters": {"LCK-085": {"mostDays": 7}},
}

test_the_own_engine_keeps_its_files if {
	count(rule.findings) == 0 with input as world({"engine": {"via": "cloudnative-pg"}})
	rule.considered == 1 with input as world({"engine": {"via": "cloudnative-pg"}})
}
