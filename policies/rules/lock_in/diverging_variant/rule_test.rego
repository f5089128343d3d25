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

test_limits_images_and_probes_may_not if {
	other := object.union(same, {"image": "web:2", "resources": {"limits": {"memory": "2Gi"}}, "readinessProbe": {"periodSeconds": 5}})
	count(rule.findings) == 3 with input as world("gcp-one", other)
}
