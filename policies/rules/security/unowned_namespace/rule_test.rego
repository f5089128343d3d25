package altostrata.rules.security.unowned_namespace_test

import data.altostrata.lib.testing
import data.altostrata.rules.security.unowned_namespace as rule

parameters := {"parameters": {"SEC-114": {"names": ["owners", "cost"]}}}

world(metadata) := object.union(testing.with_objects([["Namespace", {"metadata": object.union({"name": "shop"}, metadata)}]]), parameters)

test_namespace if {
	count(rule.findings) == 0 with input as world({"labels": {"cost": "4711"}, "annotations": {"owners": "@example/shop"}})
	count(rule.findings) == 1 with input as world({"labels": {"cost": "4711", "owners": ""}})
	count(rule.findings) == 1 with input as world({})
	rule.considered == 1 with input as world({})
}
