package altostrata.rules.security.static_cloud_key_test

import data.altostrata.lib.testing
import data.altostrata.rules.security.static_cloud_key as rule

store(provider) := testing.with_objects([["external-secrets.io/SecretStore", {"spec": {"provider": provider}}]])

test_keys if {
	count(rule.findings) == 1 with input as store({"aws": {"auth": {"secretRef": {}}}})
	count(rule.findings) == 0 with input as store({"aws": {"auth": {"jwt": {}}}})
	rule.considered == 1 with input as store({})
}

test_cluster_stores_need_conditions if {
	count(rule.findings) == 1 with input as testing.with_objects([["external-secrets.io/ClusterSecretStore", {"spec": {"provider": {}}}]])
	count(rule.findings) == 0 with input as testing.with_objects([["external-secrets.io/ClusterSecretStore", {"spec": {"provider": {}, "conditions": [{"namespaces": ["shop"]}]}}]])
}

test_conditions_that_name_nobody if {
	count(rule.findings) == 1 with input as testing.with_objects([["external-secrets.io/ClusterSecretStore", {"spec": {"conditions": [{"namespaceSelector": {}}]}}]])
	count(rule.findings) == 1 with input as testing.with_objects([["external-secrets.io/ClusterSecretStore", {"spec": {"conditions": [{"namespaceRegexes": ["^.*$"]}]}}]])
	count(rule.findings) == 0 with input as testing.with_objects([["external-secrets.io/ClusterSecretStore", {"spec": {"conditions": [{"namespaceRegexes": ["^shop-.*$"]}]}}]])
}

with_key(provider) := object.union(
	testing.with_container({"env": [{"name": "AWS_SECRET_ACCESS_KEY", "valueFrom": {}}, {"name": "LEVEL", "value": "info"}]}),
	{"provider": {"name": provider, "capabilities": {"workload-identity": {"mechanism": "x"}}}},
)

test_programs if {
	count(rule.findings) == 1 with input as with_key("aws")
	count(rule.findings) == 0 with input as with_key("azure")
}
