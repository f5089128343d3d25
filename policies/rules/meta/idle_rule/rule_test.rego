package altostrata.rules.meta.idle_rule_test

import data.altostrata.rules.meta.idle_rule as rule

world(seen, families) := {
	"rules": {"SEC-001": {"scope": "target", "title": "t", "families": families}},
	"considered": {"SEC-001": seen},
	"parameters": {"MET-007": {"optionalFamilies": ["gitops", "cloud"]}},
}

test_idleness if {
	count(rule.findings) == 1 with input as world(0, ["workloads"])
	count(rule.findings) == 1 with input as world(0, [])
	count(rule.findings) == 0 with input as world(3, ["workloads"])
	rule.considered == 1 with input as world(3, [])
}
