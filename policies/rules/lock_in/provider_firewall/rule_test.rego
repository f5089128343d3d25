package altostrata.rules.lock_in.provider_firewall_test

import data.altostrata.lib.testing
import data.altostrata.rules.lock_in.provider_firewall as rule

test_filters_are_found if {
	world := testing.with_objects([["networking.k8s.io/Ingress", {"metadata": {"annotations": {"alb.ingress.kubernetes.io/wafv2-acl-arn": "arn"}}}], ["Service", {}]])
	count(rule.findings) == 1 with input as world
	rule.considered == 2 with input as world
}
