package altostrata.rules.security.run_as_non_root_test

import data.altostrata.lib.testing
import data.altostrata.rules.security.run_as_non_root as rule

test_user_0_is_reported_at_every_level if {
	count(rule.findings) == 2 with input as testing.with_pod(
		{"securityContext": {"runAsUser": 0}},
		{"securityContext": {"runAsNonRoot": true, "runAsUser": 0}},
	)
}
