package altostrata.rules.lock_in.concentrated_control_test

import data.altostrata.rules.lock_in.concentrated_control as rule

world(providers) := {
	"parameters": {"LCK-097": {"mostPercent": 75, "leastSystems": 3}},
	"environments": {"e": {"tier": "production"}},
	"placements": [{"environment": "e", "system": $"s{position}", "target": provider, "provider": provider, "part": {"leads": true}} | some position, provider in providers],
}

test_shares_are_squared if {
	count(rule.findings) == 1 with input as world(["aws", "aws", "aws"])
	count(rule.findings) == 0 with input as world(["aws", "aws", "gcp"])
	count(rule.findings) == 0 with input as world(["aws", "aws"])
	rule.considered == 2 with input as world(["aws", "aws"])
}
