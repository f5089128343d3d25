package altostrata.rules.lock_in.provider_trigger_test

import data.altostrata.lib.testing
import data.altostrata.rules.lock_in.provider_trigger as rule

test_only_provider_triggers_are_found if {
	world := testing.with_objects([["keda.sh/ScaledObject", {"spec": {"triggers": [{"type": "aws-sqs-queue"}, {"type": "prometheus"}]}}]])
	count(rule.findings) == 1 with input as world
	rule.considered == 1 with input as world
}
