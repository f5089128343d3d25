package altostrata.rules.security.volume_type_test

import data.altostrata.lib.testing
import data.altostrata.rules.security.volume_type as rule

test_types if {
	world := testing.with_pod({}, {"volumes": [{"name": "a", "nfs": {}}, {"name": "b", "emptyDir": {}}]})
	count(rule.findings) == 1 with input as world
	rule.considered == 1 with input as world
}
