package altostrata.rules.topology.promotion_order_test

import data.altostrata.rules.topology.promotion_order as rule

world(version) := {
	"environments": {"staging": {"preProductionOf": "production"}, "production": {"tier": "production"}},
	"targets": {"a": {"kubernetes": {"version": "1.35"}}, "b": {"kubernetes": {"version": version}}},
	"placements": [
		{"environment": "staging", "target": "a"},
		{"environment": "production", "target": "a"},
		{"environment": "production", "target": "b"},
	],
}

test_production_is_never_ahead if {
	count(rule.findings) == 1 with input as world("1.36")
	count(rule.findings) == 0 with input as world("1.35")
	rule.considered == 1 with input as world("1.35")
}
