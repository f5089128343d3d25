package altostrata.rules.security.unlimited_scratch_test

import data.altostrata.lib.testing
import data.altostrata.rules.security.unlimited_scratch as rule

test_limit if {
	world := testing.with_pod({}, {"volumes": [{"name": "a", "emptyDir": {}}, {"name": "b", "emptyDir": {"sizeLimit": "1Gi"}}, {"name": "c", "secret": {}}]})
	count(rule.findings) == 1 with input as world
	rule.considered == 1 with input as world
}

test_zero_and_nothing_are_no_limit if {
	count(rule.findings) == 3 with input as testing.with_pod({}, {"volumes": [{"name": "a", "emptyDir": {"sizeLimit": "0"}}, {"name": "b"}, {"name": "c", "emptyDir": null}]})
}
