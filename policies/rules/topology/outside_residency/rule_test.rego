package altostrata.rules.topology.outside_residency_test

import data.altostrata.rules.topology.outside_residency as rule

world(marks) := {
	"environment": {"name": "production", "residency": ["europe"]},
	"outside": {"us-east-1": "north-america", "asia.example.net": "asia"},
	"resources": [{"id": "ConfigMap/shop/agent"}],
	"texts": [{
		"resource": 0,
		"path": ["resources", 0, "object", "data", "agent.yaml"],
		"text": "url: https://logs.us-east-1.example.com",
		"marks": marks,
	}],
}

test_any_other_region_is_fine if {
	count(rule.findings) == 0 with input as world(["region"])
	rule.considered == 1 with input as world(["region"])
}
