package altostrata.rules.security.ingress_snippet_test

import data.altostrata.lib.testing
import data.altostrata.rules.security.ingress_snippet as rule

test_snippets if {
	world := testing.with_objects([["networking.k8s.io/Ingress", {"metadata": {"annotations": {"nginx.ingress.kubernetes.io/server-snippet": "x", "nginx.ingress.kubernetes.io/ssl-redirect": "true"}}}]])
	count(rule.findings) == 1 with input as world
	rule.considered == 1 with input as world
}
