package altostrata.rules.security.root_group_test

import data.altostrata.lib.testing
import data.altostrata.rules.security.root_group as rule

test_groups if {
	count(rule.findings) == 1 with input as testing.with_container({"securityContext": {"runAsGroup": 0}})
	count(rule.findings) == 2 with input as testing.with_pod({}, {"securityContext": {"fsGroup": 0, "supplementalGroups": [0, 5]}})
	count(rule.findings) == 0 with input as testing.with_pod({}, {"securityContext": {"fsGroup": 802}})
	rule.considered == 1 with input as testing.with_container({})
}
