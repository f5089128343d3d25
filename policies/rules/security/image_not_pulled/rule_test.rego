package altostrata.rules.security.image_not_pulled_test

import data.altostrata.lib.testing
import data.altostrata.rules.security.image_not_pulled as rule

world(policy, image) := object.union(base, {"containers": [object.union(base.containers[0], {"image": image})]}) if {
	base := testing.with_container({"imagePullPolicy": policy})
}

test_policies if {
	count(rule.findings) == 1 with input as world("Never", {"tag": "1"})
	count(rule.findings) == 1 with input as world("IfNotPresent", {})
	count(rule.findings) == 0 with input as world("IfNotPresent", {"digest": "sha256:0"})
	count(rule.findings) == 0 with input as world("IfNotPresent", {"tag": "1"})
	count(rule.findings) == 1 with input as testing.with_pod({}, {"volumes": [{"name": "models", "image": {"pullPolicy": "Never"}}]})
	rule.considered == 1 with input as world("Always", {})
}
