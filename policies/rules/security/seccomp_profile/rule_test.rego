package altostrata.rules.security.seccomp_profile_test

import data.altostrata.lib.testing
import data.altostrata.rules.security.seccomp_profile as rule

test_silence_and_unconfined_are_findings if {
	count(rule.findings) == 1 with input as testing.with_container({})
	unconfined := testing.with_container({"securityContext": {"seccompProfile": {"type": "Unconfined"}}})
	count(rule.findings) == 1 with input as unconfined
	rule.considered == 1 with input as unconfined
}

test_the_pod_may_say_it if {
	count(rule.findings) == 0 with input as testing.with_pod({}, {"securityContext": {"seccompProfile": {"type": "RuntimeDefault"}}})
}
