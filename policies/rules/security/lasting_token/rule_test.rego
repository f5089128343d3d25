package altostrata.rules.security.lasting_token_test

import data.altostrata.lib.testing
import data.altostrata.rules.security.lasting_token as rule

test_types if {
	world := testing.with_objects([["Secret", {"type": "kubernetes.io/service-account-token"}], ["Secret", {"type": "Opaque"}], ["ServiceAccount", {"secrets": [{"name": "t"}]}]])
	count(rule.findings) == 2 with input as world
	rule.considered == 3 with input as world
}
