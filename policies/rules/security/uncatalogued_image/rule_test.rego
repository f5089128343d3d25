package altostrata.rules.security.uncatalogued_image_test

import data.altostrata.lib.testing
import data.altostrata.rules.security.uncatalogued_image as rule

world(registry, repository) := object.union(
	testing.with_image({"registry": registry, "repository": repository}),
	{"vocabulary": {"images": ["quay.io/shop/web", "wso2/wso2am"]}},
)

test_strangers_are_findings if {
	count(rule.findings) == 1 with input as world("quay.io", "shop/other")
	rule.considered == 1 with input as world("quay.io", "shop/other")
}

test_known_ones_are_none if {
	count(rule.findings) == 0 with input as world("quay.io", "shop/web")
	count(rule.findings) == 0 with input as world("docker.io", "wso2/wso2am")
}
