package altostrata.rules.lock_in.provider_registry_test

import data.altostrata.lib.testing
import data.altostrata.rules.lock_in.provider_registry as rule

world(registry) := object.union(base, {"containers": [object.union(base.containers[0], {"image": {"registry": registry}})]}) if {
	base := testing.with_container({})
}

test_registries if {
	count(rule.findings) == 1 with input as world("shop.azurecr.io")
	count(rule.findings) == 0 with input as world("registry.example.com")
	rule.considered == 1 with input as world("registry.example.com")
}
