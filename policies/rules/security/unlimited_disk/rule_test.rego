package altostrata.rules.security.unlimited_disk_test

import data.altostrata.lib.testing
import data.altostrata.rules.security.unlimited_disk as rule

world(container, limits) := object.union(base, {
	"resources": array.concat(base.resources, [testing.resource("LimitRange", {"spec": {"limits": limits}})]),
	"byKind": object.union(base.byKind, {"LimitRange": [1]}),
}) if {
	base := testing.with_container(container)
}

test_its_own_limit if {
	count(rule.findings) == 1 with input as testing.with_container({"resources": {"limits": {"memory": "1Gi"}}})
	count(rule.findings) == 0 with input as testing.with_container({"resources": {"limits": {"ephemeral-storage": "1Gi"}}})
	rule.considered == 1 with input as testing.with_container({})
}

test_default_of_the_namespace if {
	count(rule.findings) == 0 with input as world({}, [{"type": "Container", "default": {"ephemeral-storage": "1Gi"}}])
	count(rule.findings) == 1 with input as world({}, [{"type": "Pod", "max": {"ephemeral-storage": "1Gi"}}])
}
