package altostrata.rules.topology.replica_minimum_test

import data.altostrata.lib.testing
import data.altostrata.rules.topology.replica_minimum as rule

world(pods, part) := {
	"environment": {"tier": "production"},
	"parameters": {"TOP-005": {"least": 2}},
	"systems": {"shop": {"part": part}},
	"pods": [object.union(base, object.union({"system": "shop", "selectedBy": {"services": [1]}}, pod)) | some pod in pods],
} if {
	base := testing.with_container({}).pods[0]
}

test_burst_and_standby_rest if {
	rule.considered == 0 with input as world([{"replicas": 1}], {"burst": {"for": "2m"}})
	rule.considered == 0 with input as world([{"replicas": 1}], {"standby": true})
}
