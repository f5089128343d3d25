package altostrata.rules.lock_in.marketplace_image_test

import data.altostrata.lib.testing
import data.altostrata.rules.lock_in.marketplace_image as rule

with_image(image) := object.union(world, {"containers": [object.union(world.containers[0], {"image": image})]}) if world := testing.with_container({})

test_markets_are_found if {
	count(rule.findings) == 1 with input as with_image({"registry": "marketplace.azurecr.io", "repository": "x"})
	count(rule.findings) == 1 with input as with_image({"registry": "gcr.io", "repository": "cloud-marketplace/x"})
	count(rule.findings) == 0 with input as with_image({"registry": "gcr.io", "repository": "x"})
	rule.considered == 1 with input as with_image({"registry": "gcr.io", "repository": "x"})
}
