package altostrata.rules.lock_in.proprietary_runtime_test

import data.altostrata.lib.testing
import data.altostrata.rules.lock_in.proprietary_runtime as rule

test_each_is_found_in_every_layer if {
	pairs := [["lambda.services.k8s.aws/Thing", {}], ["apps/Deployment", {}]]
	count(rule.findings) == 1 with input as testing.in_layer("provider", pairs)
	rule.considered == 1 with input as testing.with_objects(pairs)
}
