package altostrata.rules.topology.end_of_support_test

import data.altostrata.rules.topology.end_of_support as rule

world(day, kubernetes) := {
	"asOf": day,
	"parameters": {"TOP-023": {"noticeDays": 60}},
	"providers": {"p": {"kubernetesSupport": [{"version": "1.35", "until": "2027-03-31"}]}},
	"targets": {"t": {"provider": "p", "kubernetes": kubernetes}, "idle": {"provider": "p", "kubernetes": {"version": "1.20"}}},
	"placements": [{"target": "t"}],
}

test_time_runs_out if {
	count(rule.findings) == 0 with input as world("2027-01-30", {"version": "1.35"})
	count(rule.findings) == 1 with input as world("2027-01-31", {"version": "1.35"})
	count(rule.findings) == 1 with input as world("2027-03-31", {"version": "1.35"})
	count(rule.findings) == 1 with input as world("2027-04-01", {"version": "1.35"})
	rule.considered == 1 with input as world("2027-04-01", {"version": "1.35"})
}
