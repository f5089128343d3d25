package altostrata.rules.meta.unrendered_text_test

import data.altostrata.lib.testing
import data.altostrata.rules.meta.unrendered_text as rule

world(kind) := object.union(testing.with_objects([[kind, {}]]), {
	"parameters": {"MET-001": {"kinds": ["ExternalSecret"]}},
	"texts": [{"resource": 0, "path": ["resources", 0], "text": "{{ x }}", "marks": ["unrendered"]}],
})

test_leftovers if {
	count(rule.findings) == 1 with input as world("ConfigMap")
	count(rule.findings) == 0 with input as world("external-secrets.io/ExternalSecret")
	rule.considered == 1 with input as world("ConfigMap")
}
