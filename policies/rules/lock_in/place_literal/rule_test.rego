package altostrata.rules.lock_in.place_literal_test

import data.altostrata.lib.testing
import data.altostrata.rules.lock_in.place_literal as rule

world := object.union(testing.with_objects([["ConfigMap", {}]]), {"texts": [
	{"resource": 0, "path": ["resources", 0, "object", "data", "region"], "text": "eu-central-1", "marks": ["region"]},
	{"resource": 0, "path": ["resources", 0, "object", "data", "key"], "text": "x", "marks": ["credential"]},
]})

test_only_places_are_found if {
	count(rule.findings) == 1 with input as world
	rule.considered == 1 with input as world
}
