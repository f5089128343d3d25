package altostrata.rules.lock_in.provider_certificate_test

import data.altostrata.lib.testing
import data.altostrata.rules.lock_in.provider_certificate as rule

test_certificates_are_found if {
	world := testing.with_objects([
		["Service", {"metadata": {"annotations": {"service.beta.kubernetes.io/aws-load-balancer-ssl-cert": "arn"}}}],
		["networking.k8s.io/Ingress", {"metadata": {"annotations": {"other": "x"}}}],
	])
	count(rule.findings) == 1 with input as world
	rule.considered == 2 with input as world
}
