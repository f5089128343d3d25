package altostrata.rules.security.unrehearsed_image_test

import data.altostrata.rules.security.unrehearsed_image as rule

image(name, parts) := object.union({"reference": name, "registry": "registry.example.com", "repository": name}, parts)

world(environments, images) := {
	"environments": environments,
	"placements": [
		{"environment": "staging", "system": "apim", "application": "wso2-apim"},
		{"environment": "production", "system": "apim", "application": "wso2-apim"},
		{"environment": "production", "system": "shop", "application": "storefront"},
	],
	"resources": [
		{"environment": "staging", "system": "apim"},
		{"environment": "production", "system": "apim"},
		{"environment": "production", "system": "shop"},
		{"environment": "production"},
	],
	"pulls": [pull |
		some [resource, pulled] in images
		pull := {"resource": resource, "path": ["resources", resource], "title": "container web", "image": pulled}
	],
}

rehearsed := {"staging": {"tier": "staging", "preProductionOf": "production"}, "production": {"tier": "production"}}

test_the_same_digest if {
	same := [[0, image("am", {"tag": "4", "digest": "sha256:1"})], [1, image("am", {"tag": "4", "digest": "sha256:1"})]]
	count(rule.findings) == 0 with input as world(rehearsed, same)
	rule.considered == 1 with input as world(rehearsed, same)
	count(rule.findings) == 1 with input as world(rehearsed, [[0, image("am", {"tag": "4", "digest": "sha256:1"})], [1, image("am", {"tag": "4", "digest": "sha256:2"})]])
}

test_any_staging_without_pre_production if {
	count(rule.findings) == 1 with input as world({"staging": {"tier": "staging"}, "production": {"tier": "production"}}, [[1, image("am", {"tag": "5"})]])
	rule.considered == 0 with input as world({"staging": {"tier": "development"}, "production": {"tier": "production"}}, [[1, image("am", {"tag": "5"})]])
}

test_applications_without_an_earlier_environment_are_skipped if {
	rule.considered == 0 with input as world(rehearsed, [[2, image("shop", {"tag": "5"})], [3, image("am", {"tag": "5"})]])
}
