package altostrata.lib.latency_test

import data.altostrata.lib.latency

world := {
	"targets": {
		"here": {"provider": "aws", "region": "eu-central-1"},
		"there": {"provider": "gcp", "region": "europe-west1"},
	},
	"latency": {
		"aws:eu-central-1": {"gcp:europe-west1": 11.5},
		"metro:madrid": {"aws:eu-central-1": 42},
	},
}

test_reads_the_table if {
	latency.between("here", "there") == 11.5 with input as world
	latency.from_metro("madrid", "here") == 42 with input as world
}

test_a_target_is_near_itself if latency.between("here", "here") == 0 with input as world

test_missing_figures_are_undefined if {
	not latency.between("there", "here") with input as world
	not latency.from_metro("madrid", "there") with input as world
}
