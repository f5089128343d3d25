package altostrata.rules.security.windows_host_process_test

import data.altostrata.lib.testing
import data.altostrata.rules.security.windows_host_process as rule

test_container_and_pod if {
	count(rule.findings) == 1 with input as testing.with_container({"securityContext": {"windowsOptions": {"hostProcess": true}}})
	count(rule.findings) == 1 with input as testing.with_pod({}, {"securityContext": {"windowsOptions": {"hostProcess": true}}})
	count(rule.findings) == 0 with input as testing.with_container({})
	rule.considered == 1 with input as testing.with_container({})
}

test_an_option_of_the_container_hides_nothing if {
	world := testing.with_pod({"securityContext": {"windowsOptions": {"runAsUserName": "x"}}}, {"securityContext": {"windowsOptions": {"hostProcess": true}}})
	count(rule.findings) == 1 with input as world
}
