package altostrata.rules.meta.empty_target_test

import data.altostrata.rules.meta.empty_target as rule

world(resources) := {"environment": {"name": "e"}, "target": {"name": "t"}, "resources": resources}

test_emptiness if {
	count(rule.findings) == 1 with input as world([])
	count(rule.findings) == 0 with input as world([{}])
	rule.considered == 1 with input as world([])
}
