package altostrata.rules.security.identity_map_test

import data.altostrata.lib.testing
import data.altostrata.rules.security.identity_map as rule

test_only_in_kube_system if {
	world := testing.with_objects([
		["ConfigMap", {"metadata": {"name": "aws-auth", "namespace": "kube-system"}}],
		["ConfigMap", {"metadata": {"name": "aws-auth", "namespace": "shop"}}],
	])
	count(rule.findings) == 1 with input as world
	rule.considered == 2 with input as world
}
