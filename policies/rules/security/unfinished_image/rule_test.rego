package altostrata.rules.security.unfinished_image_test

import data.altostrata.lib.testing
import data.altostrata.rules.security.unfinished_image as rule

world(tier, tag) := object.union(
	testing.with_image({"tag": tag}),
	{"environment": {"tier": tier}, "parameters": {"SEC-058": {"words": ["snapshot"]}}},
)

test_words if {
	count(rule.findings) == 1 with input as world("production", "1.2.0-SNAPSHOT.4")
	count(rule.findings) == 0 with input as world("staging", "1.2.0-SNAPSHOT")
	count(rule.findings) == 0 with input as world("production", "1.2.0")
	rule.considered == 1 with input as world("production", "1.2.0")
}
