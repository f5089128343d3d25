package altostrata.rules.lock_in.provider_login_test

import data.altostrata.lib.testing
import data.altostrata.rules.lock_in.provider_login as rule

test_marks_are_found if {
	world := testing.with_container({"env": [{"name": "A", "value": "https://login.microsoftonline.com/tenant/v2.0"}, {"name": "B", "value": "https://login.example.com"}]})
	count(rule.findings) == 1 with input as world
	rule.considered == 2 with input as world
}
