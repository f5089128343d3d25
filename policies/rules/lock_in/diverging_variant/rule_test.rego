package altostrata.rules.lock_in.diverging_variant_test

import data.altostrata.rules.lock_in.diverging_variant as rule

workload(target, container) := {
	"environment": "e", "system": "s", "id": "Deployment/shop/web", "kind": "Deployment", "target": target,
	"object": {"spec": {"template": {"spec": {"containers": [container]}}}},
}

same := {"name": "web", "image": "web:1", "resources": {"limits": {"memory": "1Gi"}, "requests": {"cpu": "1"}}}

world(target, container) := {
	"targets": {"aws-one": {"provider": "aws"}, "aws-two": {"provider": "aws"}, "gcp-one": {"provider": "gcp"}},
	"placements": [{"environment": "e", "system": "s", "target": "aws-one", "part": {"leads": true}}],
	"resources": [workload("aws-one", same), workload(target, container)],
}

test_the_same_elsewhere_passes if {
	count(rule.findings) == 0 with input as world("gcp-one", same)
	rule.considered == 1 with input as world("gcp-one", same)
}

test_requests_may_differ if {
	count(rule.findings) == 0 with input as world("gcp-one", object.union(same, {"resources": {"requests": {"cpu": "2"}}}))
}

test_limits_images_and_probes_may_not if {
	other := object.union(same, {"image": "web:2", "resources": {"limits": {"memory": "2Gi"}}, "readinessProbe": {"periodSeconds": 5}})
	count(rule.findings) == 3 with input as world("gcp-one", other)
}

test_a_missing_limit_is_a_difference if {
	count(rule.findings) == 1 with input as world("gcp-one", object.remove(same, ["resources"]))
}

test_targets_of_one_provider_are_not_compared if {
	rule.considered == 0 with input as world("aws-two", object.union(same, {"image": "web:2"}))
}

test_containers_that_only_one_has_are_no_difference if {
	count(rule.findings) == 0 with input as world("gcp-one", object.union(same, {"name": "proxy"}))
}
