package altostrata.rules.security.low_identity_test

import data.altostrata.lib.testing
import data.altostrata.rules.security.low_identity as rule

world(container, pod) := object.union(testing.with_pod(container, pod), {"parameters": {"SEC-009": {"floor": 10000}}})

test_container if {
	count(rule.findings) == 2 with input as world({"securityContext": {"runAsUser": 1000, "runAsGroup": 9999}}, {})
	count(rule.findings) == 0 with input as world({"securityContext": {"runAsUser": 10000, "runAsGroup": 0}}, {})
	rule.considered == 1 with input as world({}, {})
}

test_pod if {
	count(rule.findings) == 4 with input as world({}, {"securityContext": {"runAsUser": 1, "runAsGroup": 2, "fsGroup": 3, "supplementalGroups": [20000, 4]}})
	count(rule.findings) == 0 with input as world({}, {"securityContext": {"runAsUser": 65534}})
}

test_users_of_its_own if {
	count(rule.findings) == 0 with input as world({"securityContext": {"runAsUser": 1000}}, {"hostUsers": false})
	count(rule.findings) == 1 with input as world({"securityContext": {"runAsUser": 1000}}, {"hostUsers": true})
}
