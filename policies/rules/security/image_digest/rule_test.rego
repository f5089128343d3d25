package altostrata.rules.security.image_digest_test

import data.altostrata.lib.testing
import data.altostrata.rules.security.image_digest as rule

test_only_a_digest_will_do if {
	count(rule.findings) == 1 with input as testing.with_image({"tag": "1.0.0"})
	count(rule.findings) == 0 with input as testing.with_image({"digest": "sha256:0"})
	rule.considered == 1 with input as testing.with_image({})
}
