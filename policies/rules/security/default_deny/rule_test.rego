package altostrata.rules.security.default_deny_test

import data.altostrata.lib.testing
import data.altostrata.rules.security.default_deny as rule

world(pairs) := object.union(testing.with_objects(pairs), {"pods": [{"namespace": "shop", "resource": 0}]})

policy(spec) := ["networking.k8s.io/NetworkPolicy", {"spec": spec}]

test_a_policy_that_allows_something_denies_not if {
	count(rule.findings) == 2 with input as world([policy({"podSelector": {}, "policyTypes": ["Ingress"], "ingress": [{}]})])
}

test_defaults_of_kubernetes if {
	count(rule.findings) == 1 with input as world([policy({"podSelector": {"matchLabels": {}}})])
	count(rule.findings) == 2 with input as world([policy({"podSelector": {"matchLabels": {"app": "web"}}, "policyTypes": ["Ingress", "Egress"]})])
}
