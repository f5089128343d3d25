package altostrata.rules.security.interactive_container_test

import data.altostrata.lib.testing
import data.altostrata.rules.security.interactive_container as rule

test_both if {
	count(rule.findings) == 2 with input as testing.with_container({"stdin": true, "tty": true})
	count(rule.findings) == 0 with input as testing.with_container({"tty": false})
	rule.considered == 1 with input as testing.with_container({})
}
