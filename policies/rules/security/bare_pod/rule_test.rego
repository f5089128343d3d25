package altostrata.rules.security.bare_pod_test

import data.altostrata.lib.testing
import data.altostrata.rules.security.bare_pod as rule

test_only_pods if {
	count(rule.findings) == 1 with input as testing.with_objects([["Pod", {}], ["apps/Deployment", {}]])
	rule.considered == 1 with input as testing.with_container({})
}
