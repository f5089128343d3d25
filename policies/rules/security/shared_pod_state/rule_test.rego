package altostrata.rules.security.shared_pod_state_test

import data.altostrata.lib.testing
import data.altostrata.rules.security.shared_pod_state as rule

test_both if {
	count(rule.findings) == 2 with input as testing.with_pod({}, {"shareProcessNamespace": true, "hostAliases": [{"ip": "192.0.2.1"}]})
	count(rule.findings) == 0 with input as testing.with_pod({}, {"shareProcessNamespace": false})
	rule.considered == 1 with input as testing.with_pod({}, {})
}
