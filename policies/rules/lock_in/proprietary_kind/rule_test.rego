package altostrata.rules.lock_in.proprietary_kind_test

import data.altostrata.lib.testing
import data.altostrata.rules.lock_in.proprietary_kind as rule

pairs := [["s3.services.k8s.aws/Bucket", {}], ["apps/Deployment", {}], ["Service", {}]]

test_the_portable_layers_stay_portable if {
	count(rule.findings) == 1 with input as testing.with_objects(pairs)
	rule.considered == 3 with input as testing.with_objects(pairs)
}
