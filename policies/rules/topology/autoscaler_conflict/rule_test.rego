package altostrata.rules.topology.autoscaler_conflict_test

import data.altostrata.lib.testing
import data.altostrata.rules.topology.autoscaler_conflict as rule

scaler(kind, name, spec) := [kind, {"metadata": {"name": name}, "spec": object.union({"scaleTargetRef": {"kind": "Deployment", "name": "web"}}, spec)}]

hpa(spec) := scaler("autoscaling/HorizontalPodAutoscaler", "a", spec)

keda(spec) := scaler("keda.sh/ScaledObject", "b", spec)

test_two_scalers if {
	world := testing.with_objects([hpa({"maxReplicas": 9}), keda({"maxReplicaCount": 9})])
	count(rule.findings) == 2 with input as world
	rule.considered == 2 with input as world
}

test_no_room if {
	count(rule.findings) == 1 with input as testing.with_objects([hpa({"minReplicas": 3, "maxReplicas": 3})])
	count(rule.findings) == 1 with input as testing.with_objects([keda({"minReplicaCount": 3, "maxReplicaCount": 3})])
	count(rule.findings) == 0 with input as testing.with_objects([hpa({"minReplicas": 3, "maxReplicas": 9})])
}
