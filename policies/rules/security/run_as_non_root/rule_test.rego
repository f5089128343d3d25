package altostrata.rules.security.run_as_non_root_test

import data.altostrata.lib.testing
import data.altostrata.rules.security.run_as_non_root as rule

test_silence_is_a_finding if {
	count(rule.findings) == 1 with input as testing.with_container({})
	rule.considered == 1 with input as testing.with_container({})
}

test_the_pod_may_say_it if {
	count(rule.findings) == 0 with input as testing.with_pod({}, {"securityContext": {"runAsNonRoot": true}})
}

test_user_0_is_a_finding_wherever_it_stands if {
	count(rule.findings) == 2 with input as testing.with_pod(
		{"securityContext": {"runAsUser": 0}},
		{"securityContext": {"runAsNonRoot": true, "runAsUser": 0}},
	)
}

test_administrator_of_windows if {
	silent := {"securityContext": {"runAsNonRoot": true}}
	count(rule.findings) == 1 with input as testing.with_pod({"securityContext": {"windowsOptions": {"runAsUserName": "ContainerAdministrator"}}}, silent)
	count(rule.findings) == 0 with input as testing.with_pod({"securityContext": {"windowsOptions": {"runAsUserName": "ContainerUser"}}}, silent)
}
