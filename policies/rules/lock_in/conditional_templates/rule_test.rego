package altostrata.rules.lock_in.conditional_templates_test

import data.altostrata.rules.lock_in.conditional_templates as rule

world(conditional) := {
	"portableFiles": [
		{"file": "a.yaml.hbs", "lines": 40, "conditionalLines": conditional, "words": []},
		{"file": "application.yaml", "words": []},
	],
	"parameters": {"LCK-093": {"mostPercent": 25}},
}

test_share_of_conditions_is_limited if {
	count(rule.findings) == 0 with input as world(10)
	count(rule.findings) == 1 with input as world(11)
	rule.considered == 1 with input as world(11)
}
