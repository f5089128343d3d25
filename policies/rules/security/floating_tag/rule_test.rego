package altostrata.rules.security.floating_tag_test

import data.altostrata.lib.testing
import data.altostrata.rules.security.floating_tag as rule

world(image) := object.union(testing.with_image(image), {"parameters": {"SEC-050": {"tags": ["latest"]}}})

test_versions_and_digests_are_none if {
	count(rule.findings) == 0 with input as world({"tag": "1.0.0"})
	count(rule.findings) == 0 with input as world({"tag": "latest", "digest": "sha256:0"})
}
