package altostrata.rules.meta.waiver_ends_soon_test

import data.altostrata.rules.meta.waiver_ends_soon as rule

world(expires) := {
	"asOf": "2026-11-24",
	"parameters": {"MET-004": {"days": 14}},
	"environments": {"e": {"waivers": [{"rule": "SEC-051", "expires": expires}]}},
}

test_ends if {
	count(rule.findings) == 1 with input as world("2026-12-08")
	count(rule.findings) == 0 with input as world("2026-12-09")
	count(rule.findings) == 0 with input as world("2026-11-23")
	rule.considered == 1 with input as world("2026-12-09")
}
