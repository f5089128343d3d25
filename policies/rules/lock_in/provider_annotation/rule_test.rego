package altostrata.rules.lock_in.provider_annotation_test

import data.altostrata.lib.testing
import data.altostrata.rules.lock_in.provider_annotation as rule

account := ["ServiceAccount", {"metadata": {"annotations": {"eks.amazonaws.com/role-arn": "x", "example.com/owner": "y"}}}]

test_portable_layers if {
	count(rule.findings) == 1 with input as testing.with_objects([account])
	rule.considered == 1 with input as testing.with_objects([account])
	count(rule.findings) == 0 with input as testing.in_layer("provider", [account])
}

test_pods if {
	world := testing.with_container({})
	labelled := object.union(world, {"pods": [object.union(world.pods[0], {"labels": {"azure.workload.identity/use": "true"}})]})
	rule.findings == {{
		"path": ["resources", 0, "object", "spec", "template", "metadata", "labels", "azure.workload.identity/use"],
		"message": "azure.workload.identity/use works only at the provider azure; other providers silently ignore it",
	}} with input as labelled
}
