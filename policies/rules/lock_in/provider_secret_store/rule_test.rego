package altostrata.rules.lock_in.provider_secret_store_test

import data.altostrata.lib.testing
import data.altostrata.rules.lock_in.provider_secret_store as rule

pairs := [
	["external-secrets.io/SecretStore", {"spec": {"provider": {"aws": {}}}}],
	["external-secrets.io/SecretStore", {"spec": {"provider": {"vault": {}}}}],
	["secrets-store.csi.x-k8s.io/SecretProviderClass", {"spec": {"provider": "azure"}}],
]

test_portable_layers if {
	count(rule.findings) == 2 with input as testing.with_objects(pairs)
	rule.considered == 3 with input as testing.with_objects(pairs)
}

test_a_provider_may_define_its_store if {
	count(rule.findings) == 0 with input as testing.in_layer("provider", pairs)
}
