package altostrata.rules.topology.standby_near_master_test

import data.altostrata.rules.topology.standby_near_master as rule

world(metro) := {
	"targets": {"a": {"metro": "frankfurt"}, "b": {"metro": metro}},
	"environments": {"e": {"systems": {"s": {"master": "a", "patterns": {"disaster-recovery": {"standby": "b"}}}}}},
}

test_the_same_metro_is_a_finding if {
	count(rule.findings) == 1 with input as world("frankfurt")
	count(rule.findings) == 0 with input as world("amsterdam")
	rule.considered == 1 with input as world("amsterdam")
}
