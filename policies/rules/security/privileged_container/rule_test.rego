package altostrata.rules.security.privileged_container_test

import data.altostrata.lib.testing
import data.altostrata.rules.security.privileged_container as rule

test_privileged_is_found if {
	world := testing.with_container({"securityContext": {"privileged": true}})
	count(rule.findings) == 1 with input as world
	rule.considered == 1 with input as world
}

test_unprivileged_is_not if {
	count(rule.findings) == 0 with input as testing.with_container({"securityContext": {"privileged": false}})
}
