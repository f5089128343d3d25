package altostrata.rules.lock_in.provider_agent_test

import data.altostrata.lib.testing
import data.altostrata.rules.lock_in.provider_agent as rule

test_agents_are_found if {
	with_image := object.union(testing.with_container({}).containers[0], {"image": {"repository": "amazon/cloudwatch-agent"}})
	world := object.union(testing.with_container({}), {"containers": [with_image]})
	count(rule.findings) == 1 with input as world
	rule.considered == 1 with input as world
}
