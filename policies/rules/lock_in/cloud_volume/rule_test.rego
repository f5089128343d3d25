package altostrata.rules.lock_in.cloud_volume_test

import data.altostrata.lib.testing
import data.altostrata.rules.lock_in.cloud_volume as rule

test_only_cloud_types_are_found if {
	world := testing.with_pod({}, {"volumes": [
		{"name": "disk", "awsElasticBlockStore": {"volumeID": "vol-1"}},
		{"name": "claim", "persistentVolumeClaim": {"claimName": "data"}},
	]})
	count(rule.findings) == 1 with input as world
	rule.considered == 1 with input as world
}
