package altostrata.rules.lock_in.rotten_exit_test

import data.altostrata.rules.lock_in.rotten_exit as rule

world(to) := {
	"environments": {"e": {"systems": {"s": {"exits": {"aws": {"to": to}}}}}},
	"targets": {"aws-one": {"provider": "aws"}, "gcp-one": {"provider": "gcp"}},
	"placements": [{"environment": "e", "system": "s", "target": target} | some target in ["aws-one", "gcp-one"]],
}

leading := {"environment": "e", "system": "s", "application": "shop", "target": "aws-one", "part": {"leads": true}, "components": {"web": {}}, "datasources": {"orders": {}}}

proof(component) := {"application": "shop", "component": component, "aspect": "runs", "provider": "gcp"}

judged(placements, proofs) := object.union(world("gcp-one"), {"placements": placements, "proofs": [proof(component) | some component in proofs]})

standby := {"environment": "e", "system": "s", "application": "shop", "target": "gcp-one", "part": {"leads": false}}

test_plans_lead_somewhere if {
	count(rule.findings) == 0 with input as world("gcp-one")
	count(rule.findings) == 1 with input as world("aws-one")
	count(rule.findings) == 1 with input as world("gone")
	rule.considered == 1 with input as world("gone")
}

test_leading_components_need_a_proof if {
	count(rule.findings) == 0 with input as judged([leading, standby], ["web", "orders"])
	some finding in rule.findings with input as judged([leading, standby], ["web"])
	contains(finding.message, "orders are not proven")
}
