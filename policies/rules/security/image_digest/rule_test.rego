package altostrata.rules.security.image_digest_test

import data.altostrata.lib.testing
import data.altostrata.rules.security.image_digest as rule

world(image) := object.union(base, {"containers": [object.union(base.containers[0], {"image": object.union({"reference": "web"}, image)})]}) if {
	base := testing.with_container({})
}

test_only_a_digest_will_do if {
	count(rule.findings) == 1 with input as world({"tag": "1.0.0"})
	count(rule.findings) == 0 with input as world({"digest": "sha256:0"})
	rule.considered == 1 with input as world({})
}
