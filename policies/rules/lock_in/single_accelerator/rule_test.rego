package altostrata.rules.lock_in.single_accelerator_test

import data.altostrata.lib.testing
import data.altostrata.rules.lock_in.single_accelerator as rule

test_accelerators_are_found if {
	world := testing.with_container({"resources": {"limits": {"aws.amazon.com/neuron": 1, "cpu": "1", "nvidia.com/gpu": 1}}})
	count(rule.findings) == 1 with input as world
	rule.considered == 1 with input as world
}
