package altostrata.rules.lock_in.provider_class_test

import data.altostrata.lib.testing
import data.altostrata.rules.lock_in.provider_class as rule

world(pairs) := object.union(testing.with_objects(pairs), {"vocabulary": {"storageClasses": ["fast"], "gatewayClasses": ["edge"]}})

test_known_and_familiar_classes_are_findings if {
	pairs := [
		["gateway.networking.k8s.io/Gateway", {"spec": {"gatewayClassName": "edge"}}],
		["PersistentVolumeClaim", {"spec": {"storageClassName": "gp3"}}],
		["apps/StatefulSet", {"spec": {"volumeClaimTemplates": [{"spec": {"storageClassName": "fast"}}]}}],
	]
	count(rule.findings) == 3 with input as world(pairs)
	rule.considered == 3 with input as world(pairs)
}

test_abstract_classes_pass if {
	count(rule.findings) == 0 with input as world([["PersistentVolumeClaim", {"spec": {"storageClassName": "standard"}}]])
	rule.considered == 0 with input as world([["PersistentVolumeClaim", {"spec": {}}]])
}
