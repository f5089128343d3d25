package altostrata.rules.lock_in.commitment_outlives_exit_test

import data.altostrata.rules.lock_in.commitment_outlives_exit as rule

world(planned, ends) := {
	"environments": {"e": {"systems": {"s": {"exits": {"aws": {"to": "gcp-one", "planned": planned}}}}}},
	"providers": {"aws": {"commitments": [{"what": "40 servers", "ends": ends}]}},
}

test_a_commitment_that_ends_in_time_passes if {
	count(rule.findings) == 0 with input as world("2027-12-31", "2027-12-31")
	rule.considered == 1 with input as world("2027-12-31", "2027-12-31")
}
