package altostrata.rules.security.default_service_account_test

import data.altostrata.lib.testing
import data.altostrata.rules.security.default_service_account as rule

test_silence_and_default_are_findings if {
	count(rule.findings) == 1 with input as testing.with_pod({}, {})
	count(rule.findings) == 1 with input as testing.with_pod({}, {"serviceAccountName": "default"})
	count(rule.findings) == 0 with input as testing.with_pod({}, {"serviceAccountName": "web"})
	rule.considered == 1 with input as testing.with_pod({}, {})
}
