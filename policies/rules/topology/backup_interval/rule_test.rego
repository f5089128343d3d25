package altostrata.rules.topology.backup_interval_test

import data.altostrata.rules.topology.backup_interval as rule

world(interval) := {"environments": {"e": {"systems": {"s": {"datasources": {"d": {"backup": {"every": interval}, "rpo": {"corruption": "15m"}}}}}}}}

test_intervals if {
	count(rule.findings) == 1 with input as world("1h")
	count(rule.findings) == 0 with input as world("900s")
	rule.considered == 1 with input as world("900s")
}
