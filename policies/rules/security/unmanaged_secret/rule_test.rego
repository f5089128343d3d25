package altostrata.rules.security.unmanaged_secret_test

import data.altostrata.lib.testing
import data.altostrata.rules.security.unmanaged_secret as rule

world(tier, pairs) := object.union(testing.with_objects(pairs), {
	"environment": {"tier": tier},
	"pods": [{"namespace": "shop", "path": ["resources", 0], "spec": {"volumes": [{"name": "keys", "secret": {"secretName": "keys"}}]}}],
})

test_by_hand if {
	count(rule.findings) == 1 with input as world("production", [])
	count(rule.findings) == 1 with input as world("production", [["Secret", {"metadata": {"name": "keys"}}]])
	count(rule.findings) == 1 with input as world("production", [["external-secrets.io/ExternalSecret", {"metadata": {"name": "keys", "namespace": "other"}, "spec": {}}]])
	count(rule.findings) == 0 with input as world("staging", [])
	rule.considered == 1 with input as world("production", [])
}

test_delivered if {
	count(rule.findings) == 0 with input as world("production", [["external-secrets.io/ExternalSecret", {"metadata": {"name": "keys"}, "spec": {}}]])
	count(rule.findings) == 0 with input as world("production", [["external-secrets.io/ExternalSecret", {"metadata": {"name": "other"}, "spec": {"target": {"name": "keys"}}}]])
	count(rule.findings) == 0 with input as world("production", [["external-secrets.io/ClusterExternalSecret", {"metadata": {"name": "all"}, "spec": {"externalSecretName": "keys"}}]])
	count(rule.findings) == 0 with input as world("production", [["secrets-store.csi.x-k8s.io/SecretProviderClass", {"spec": {"secretObjects": [{"secretName": "keys"}]}}]])
}

test_database if {
	inputs := object.union(world("production", [["postgresql.cnpg.io/Cluster", {"metadata": {"name": "db"}}]]), {"pods": [{
		"namespace": "shop",
		"path": ["resources", 0],
		"spec": {"volumes": [{"name": "keys", "secret": {"secretName": "db-app"}}]},
	}]})
	count(rule.findings) == 0 with input as inputs
}
