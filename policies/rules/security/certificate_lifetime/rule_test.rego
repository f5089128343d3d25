package altostrata.rules.security.certificate_lifetime_test

import data.altostrata.lib.testing
import data.altostrata.rules.security.certificate_lifetime as rule

world(spec) := object.union(testing.with_objects([["cert-manager.io/Certificate", {"spec": spec}]]), {"parameters": {"SEC-142": {"mostHours": 2400}}})

test_long_life_and_kept_keys_are_findings if {
	count(rule.findings) == 2 with input as world({"duration": "87600h", "privateKey": {"rotationPolicy": "Never"}})
	count(rule.findings) == 0 with input as world({"duration": "2160h", "privateKey": {"rotationPolicy": "Always"}})
	rule.considered == 1 with input as world({})
}

test_self_signed if {
	pairs := [
		["cert-manager.io/Issuer", {"metadata": {"name": "quick"}, "spec": {"selfSigned": {}}}],
		["cert-manager.io/Certificate", {"spec": {"issuerRef": {"name": "quick"}}}],
		["cert-manager.io/Certificate", {"spec": {"isCA": true, "issuerRef": {"name": "quick"}}}],
		["cert-manager.io/Certificate", {"spec": {"issuerRef": {"kind": "ClusterIssuer", "name": "quick"}}}],
	]
	count(rule.findings) == 1 with input as testing.with_objects(pairs)
	count(rule.findings) == 0 with input as object.union(testing.with_objects(pairs), {"environment": {"tier": "development"}})
}
