# METADATA
# title: Annotation injects proxy configuration
# description: No Ingress may carry text that ingress-nginx copies into its configuration.
# custom:
#   id: SEC-090
#   aliases: []
#   family: security
#   severity: critical
#   scope: target
#   standards: [NSA C-0059]
#   covers: {threats: [privilege, secrets], families: [network]}
#   rationale: |
#     The proxy of ingress-nginx holds the keys of all hosts and a token that reads Secrets of all namespaces. A snippet is text in
#     its configuration, which can print both.
#   remediation: Remove the annotation, and publish the host by an HTTPRoute.
#   since: 0.1.0
package altostrata.rules.security.ingress_snippet

import data.altostrata.lib.objects

considered := count(objects.of_kind("networking.k8s.io/Ingress"))

# What is copied as it stands, or makes the proxy read a file of its own.
risky := {"server-snippet", "configuration-snippet", "location-snippet", "auth-snippet", "stream-snippet", "modsecurity-snippet", "mirror-target", "auth-tls-match-cn"}

findings contains {"path": objects.inside(index, ["metadata", "annotations", key]), "message": message} if {
	some index in objects.of_kind("networking.k8s.io/Ingress")
	some key, _ in input.resources[index].object.metadata.annotations
	[domain, name] := split(key, "/")
	endswith(domain, "ingress.kubernetes.io")
	name in risky
	message := $"{name} lets whoever writes {input.resources[index].id} read all Secrets that the proxy can read"
}
