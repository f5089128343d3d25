package altostrata.rules.security.disruption_budget_test

import data.altostrata.lib.testing
import data.altostrata.rules.security.disruption_budget as rule

world(specs) := object.union(objects, {"pods": [object.union(pod, {"selectedBy": {"disruptionBudgets": [index | some index, _ in specs]}})]}) if {
	objects := testing.with_objects([["policy/PodDisruptionBudget", {"spec": spec}] | some spec in specs])
	pod := testing.with_container({}).pods[0]
}

test_several_replicas_need_a_budget if {
	count(rule.findings) == 1 with input as world([])
	count(rule.findings) == 0 with input as world([{"maxUnavailable": 1}])
	rule.considered == 1 with input as world([])
}

test_a_budget_must_let_somebody_go if {
	count(rule.findings) == 1 with input as world([{"maxUnavailable": 0}])
	count(rule.findings) == 1 with input as world([{"minAvailable": 2}])
	count(rule.findings) == 1 with input as world([{"minAvailable": "100%"}])
	count(rule.findings) == 0 with input as world([{"minAvailable": 1}])
	count(rule.findings) == 0 with input as world([{"minAvailable": "50%"}])
}
