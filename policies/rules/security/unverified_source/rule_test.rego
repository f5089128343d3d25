package altostrata.rules.security.unverified_source_test

import data.altostrata.lib.testing
import data.altostrata.rules.security.unverified_source as rule

world(tier, spec) := object.union(testing.with_objects([["source.toolkit.fluxcd.io/GitRepository", {"spec": spec}]]), {"environment": {"tier": tier}, "parameters": {"SEC-121": {"allowed": []}}})

test_transport_and_signature if {
	count(rule.findings) == 2 with input as world("production", {"url": "http://git.example.com/estate"})
	count(rule.findings) == 2 with input as world("production", {"url": "https://git.example.com/estate", "insecure": true})
	count(rule.findings) == 0 with input as world("staging", {"url": "https://git.example.com/estate"})
	count(rule.findings) == 0 with input as world("production", {"url": "https://git.example.com/estate", "verify": {"mode": "HEAD", "secretRef": {"name": "keys"}}})
	rule.considered == 1 with input as world("production", {})
}

test_anybody_may_sign if {
	count(rule.findings) == 1 with input as world("production", {"url": "https://git.example.com/estate", "verify": {"provider": "cosign"}})
	count(rule.findings) == 0 with input as world("production", {"url": "https://git.example.com/estate", "verify": {"provider": "cosign", "matchOIDCIdentity": [{"issuer": "x", "subject": "y"}]}})
	count(rule.findings) == 1 with input as world("staging", {"url": "git://git.example.com/estate"})
}

test_addresses if {
	limited := {"parameters": {"SEC-121": {"allowed": ["https://git.example.com/estate"]}}}
	count(rule.findings) == 0 with input as object.union(world("staging", {"url": "https://git.example.com/estate"}), limited)
	count(rule.findings) == 0 with input as object.union(world("staging", {"url": "https://git.example.com/estate/web"}), limited)
	count(rule.findings) == 1 with input as object.union(world("staging", {"url": "https://git.example.com/estate-of-somebody"}), limited)
}

test_charts if {
	pairs := [
		["source.toolkit.fluxcd.io/HelmRepository", {"metadata": {"name": "charts"}, "spec": {"type": "oci", "url": "oci://registry.example.com"}}],
		["helm.toolkit.fluxcd.io/HelmRelease", {"spec": {"chart": {"spec": {"sourceRef": {"name": "charts"}}}}}],
		["helm.toolkit.fluxcd.io/HelmRelease", {"spec": {"chart": {"spec": {"sourceRef": {"name": "charts"}, "verify": {"provider": "cosign"}}}}}],
	]
	count(rule.findings) == 1 with input as object.union(testing.with_objects(pairs), {"parameters": {"SEC-121": {"allowed": []}}})
}
