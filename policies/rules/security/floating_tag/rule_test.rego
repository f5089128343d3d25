package altostrata.rules.security.floating_tag_test

import data.altostrata.lib.testing
import data.altostrata.rules.security.floating_tag as rule

world(image) := object.union(testing.with_image(image), {"parameters": {"SEC-050": {"tags": ["latest"]}}})

test_no_version_and_a_moving_tag_are_findings if {
	count(rule.findings) == 1 with input as world({})
	count(rule.findings) == 1 with input as world({"tag": "latest"})
	count(rule.findings) == 1 with input as world({"tag": "Latest"})
	rule.considered == 1 with input as world({})
}

test_versions_and_digests_are_none if {
	count(rule.findings) == 0 with input as world({"tag": "1.0.0"})
	count(rule.findings) == 0 with input as world({"tag": "latest", "digest": "sha256:0"})
}
