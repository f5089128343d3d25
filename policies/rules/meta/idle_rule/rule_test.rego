package altostrata.rules.meta.idle_rule_test

import data.altostrata.rules.meta.idle_rule as rule

world(seen) := {"rules": {"SEC-001": {"scope": "target", "title": "t"}}, "considered": {"SEC-001": seen}}

test_idleness if {
	count(rule.findings) == 1 with input as world(0)
	count(rule.findings) == 0 with input as world(3)
	rule.considered == 1 with input as world(3)
}
