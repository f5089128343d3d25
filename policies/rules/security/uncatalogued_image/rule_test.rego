package altostrata.rules.security.uncatalogued_image_test

import data.altostrata.lib.testing
import data.altostrata.rules.security.uncatalogued_image as rule

world(registry, repository) := object.union(base, {
	"vocabulary": {"images": ["quay.io/shop/web", "wso2/wso2am"]},
	"containers": [object.union(base.containers[0], {"image": {"reference": "x", "registry": registry, "repository": repository}})],
}) if {
	base := testing.with_container({})
}

test_strangers_are_findings if {
	count(rule.findings) == 1 with input as world("quay.io", "shop/other")
	rule.considered == 1 with input as world("quay.io", "shop/other")
}

test_known_ones_are_none if {
	count(rule.findings) == 0 with input as world("quay.io", "shop/web")
	count(rule.findings) == 0 with input as world("docker.io", "wso2/wso2am")
}
