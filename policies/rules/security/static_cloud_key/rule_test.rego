package altostrata.rules.security.static_cloud_key_test

import data.altostrata.lib.testing
import data.altostrata.rules.security.static_cloud_key as rule

test_cluster_stores_need_conditions if {
	count(rule.findings) == 1 with input as testing.with_objects([["external-secrets.io/ClusterSecretStore", {"spec": {"provider": {}}}]])
	count(rule.findings) == 0 with input as testing.with_objects([["external-secrets.io/ClusterSecretStore", {"spec": {"provider": {}, "conditions": [{"namespaces": ["shop"]}]}}]])
}

test_conditions_without_a_principal if {
	count(rule.findings) == 1 with input as testing.with_objects([["external-secrets.io/ClusterSecretStore", {"spec": {"conditions": [{"namespaceSelector": {}}]}}]])
	count(rule.findings) == 1 with input as testing.with_objects([["external-secrets.io/ClusterSecretStore", {"spec": {"conditions": [{"namespaceRegexes": ["^.*$"]}]}}]])
	count(rule.findings) == 0 with input as testing.with_objects([["external-secrets.io/ClusterSecretStore", {"spec": {"conditions": [{"namespaceRegexes": ["^shop-.*$"]}]}}]])
}
