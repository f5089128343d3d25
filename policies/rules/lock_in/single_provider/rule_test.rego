package altostrata.rules.lock_in.single_provider_test

import data.altostrata.rules.lock_in.single_provider as rule

world(tier, providers) := {
	"environments": {"e": {"tier": tier}},
	"placements": [{"environment": "e", "system": "s", "provider": provider} | some provider in providers],
}

leading(proven) := {
	"environments": {"e": {"tier": "production"}},
	"placements": [
		{"environment": "e", "system": "s", "application": "shop", "provider": "aws", "part": {"leads": true}, "components": {"web": {}}},
		{"environment": "e", "system": "s", "application": "shop", "provider": "gcp", "part": {"leads": false}, "components": {}},
	],
	"proofs": [{"application": "shop", "component": "web", "aspect": "runs", "provider": provider} | some provider in proven],
}

test_production_needs_two if {
	count(rule.findings) == 1 with input as world("production", ["aws", "aws"])
	count(rule.findings) == 0 with input as world("production", ["aws", "gcp"])
	rule.considered == 1 with input as world("production", ["aws", "gcp"])
}

test_others_need_one if {
	rule.considered == 0 with input as world("staging", ["aws"])
}

test_components_are_proven_at_two if {
	count(rule.findings) == 0 with input as leading(["aws", "gcp"])
	rule.considered == 2 with input as leading([])
}

test_a_component_proven_once_is_found_at_its_settings if {
	some finding in rule.findings with input as leading(["aws"])
	finding.path == ["environments", "e", "systems", "s", "masterComponents", "web"]
	contains(finding.message, "at aws only")
}

test_a_component_proven_nowhere_is_found if {
	some finding in rule.findings with input as leading([])
	contains(finding.message, "nowhere")
}

test_part_of_an_estate_refutes_nothing if {
	count(rule.findings) == 0 with input as object.remove(leading([]), ["proofs"])
}
