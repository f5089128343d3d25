package altostrata.rules.security.retired_ingress_test

import data.altostrata.lib.testing
import data.altostrata.rules.security.retired_ingress as rule

world(pairs) := object.union(testing.with_objects(pairs), {"parameters": {"SEC-091": {"classes": ["nginx"]}}})

test_class_annotation_and_controller if {
	count(rule.findings) == 2 with input as world([["networking.k8s.io/Ingress", {"metadata": {"annotations": {"nginx.ingress.kubernetes.io/ssl-redirect": "true"}}, "spec": {"ingressClassName": "nginx"}}]])
	count(rule.findings) == 1 with input as world([["networking.k8s.io/IngressClass", {"spec": {"controller": "k8s.io/ingress-nginx"}}]])
	count(rule.findings) == 0 with input as world([["networking.k8s.io/Ingress", {"spec": {"ingressClassName": "traefik"}}]])
	rule.considered == 1 with input as world([["networking.k8s.io/Ingress", {}]])
}
