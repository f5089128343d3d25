package altostrata.rules.lock_in.single_architecture_test

import data.altostrata.lib.testing
import data.altostrata.rules.lock_in.single_architecture as rule

test_bound_pods_are_found if {
	count(rule.findings) == 1 with input as testing.with_pod({}, {"nodeSelector": {"kubernetes.io/arch": "arm64"}})
	count(rule.findings) == 0 with input as testing.with_pod({}, {"nodeSelector": {"kubernetes.io/os": "linux"}})
	rule.considered == 1 with input as testing.with_pod({}, {})
}
