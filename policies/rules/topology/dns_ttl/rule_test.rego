package altostrata.rules.topology.dns_ttl_test

import data.altostrata.rules.topology.dns_ttl as rule

world(ttl) := {
	"parameters": {"TOP-014": {"mostShare": 0.5}},
	"environments": {"e": {"systems": {"s": {"traffic": {"ttl": ttl}, "objectives": {"rto": "10m"}}}}},
}

test_shares if {
	count(rule.findings) == 1 with input as world("6m")
	count(rule.findings) == 0 with input as world("30s")
	rule.considered == 1 with input as world("30s")
}
