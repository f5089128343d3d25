package altostrata.rules.lock_in.version_of_one_provider_test

import data.altostrata.rules.lock_in.version_of_one_provider as rule

world(other) := {
	"environments": {"e": {"tier": "production"}},
	"targets": {"a": {"provider": "aws", "kubernetes": {"version": "1.36"}}, "g": {"provider": "gcp", "kubernetes": other}},
	"placements": [{"environment": "e", "target": "a"}],
}

test_somebody_else_must_get_there if {
	count(rule.findings) == 1 with input as world({"version": "1.35"})
	count(rule.findings) == 0 with input as world({"version": "1.35", "next": "1.36"})
	rule.considered == 1 with input as world({"version": "1.35"})
}
