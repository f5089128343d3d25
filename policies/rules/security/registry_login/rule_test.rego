package altostrata.rules.security.registry_login_test

import data.altostrata.lib.testing
import data.altostrata.rules.security.registry_login as rule

world(registry, more) := object.union(testing.with_image({"registry": registry}), object.union(
	{
		"parameters": {"SEC-057": {"open": ["quay.io"]}},
		"provider": {"name": "aws", "capabilities": {"image-pull": {"nodes": ["registry.example.com", "*.amazonaws.com"]}}},
	},
	more,
))

test_open_or_known_to_the_nodes if {
	count(rule.findings) == 0 with input as world("quay.io", {})
	count(rule.findings) == 0 with input as world("registry.example.com", {})
	count(rule.findings) == 0 with input as world("123456789012.dkr.ecr.eu-central-1.amazonaws.com", {})
}

with_secrets(pod) := {"pods": [object.union({"resource": 0, "namespace": "shop"}, {"spec": pod})]}

test_pull_secrets if {
	count(rule.findings) == 0 with input as world("other.example.com", with_secrets({"imagePullSecrets": [{"name": "login"}]}))
	count(rule.findings) == 0 with input as world("other.example.com", object.union(with_secrets({"serviceAccountName": "web"}), {
		"resources": [testing.resource("ServiceAccount", {"metadata": {"name": "web"}, "imagePullSecrets": [{"name": "login"}]})],
		"byKind": {"ServiceAccount": [0]},
	}))
	count(rule.findings) == 0 with input as world("other.example.com", {
		"resources": [testing.resource("postgresql.cnpg.io/Cluster", {"spec": {"imagePullSecrets": [{"name": "login"}]}})],
		"byKind": {"postgresql.cnpg.io/Cluster": [0]},
	})
}
