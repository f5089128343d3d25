package altostrata.rules.security.loosened_confinement_test

import data.altostrata.lib.testing
import data.altostrata.rules.security.loosened_confinement as rule

test_each_loosening_is_found if {
	count(rule.findings) == 1 with input as testing.with_container({"securityContext": {"appArmorProfile": {"type": "Unconfined"}}})
	count(rule.findings) == 1 with input as testing.with_container({"securityContext": {"procMount": "Unmasked"}})
	count(rule.findings) == 2 with input as testing.with_pod({}, {"securityContext": {"seLinuxOptions": {"type": "spc_t", "role": "r"}}})
}

test_defaults_pass if {
	world := testing.with_pod({"securityContext": {"procMount": "Default"}}, {"securityContext": {"appArmorProfile": {"type": "RuntimeDefault"}, "seLinuxOptions": {"type": "container_t"}}})
	count(rule.findings) == 0 with input as world
	rule.considered == 1 with input as world
}
