# METADATA
# title: Annotation injects proxy configuration
# description: No Ingress may contain text that ingress-nginx copies into its configuration.
# custom:
#   id: SEC-090
#   aliases: []
#   family: security
#   severity: critical
#   scope: target
#   standards: [NSA C-0059]
#   covers: {threats: [privilege, secrets], families: [network]}
#   rationale: |
#     The proxy of ingress-nginx holds the keys of all hosts and a token that reads Secrets in all namespaces. A snippet becomes part
#     of its configuration and can print both.
#   remediation: Remove the annotation, and publish the host through an HTTPRoute.
#   since: 0.1.0
package altostrata.rules.security.ingress_snippet

import data.altostrata.lib.objects

considered := count(objects.of_kind("networking.k8s.io/Ingress"))

# Annotations that are copied verbatim, or make the proxy read a file.
risky := {"server-snippet", "configuration-snippet", "location-snippet", "auth-snippet", "stream-snippet", "modsecurity-snippet", "mirror-target", "auth-tls-match-cn"}

findings contains {"path": objects.inside(index, ["metadata", "annotations", key]), "message": message} if {
	some index in objects.of_kind("networking.k8s.io/Ingress")
	some key, _ in input.resources[index].object.metadata.annotations
	[domain, name] := split(key, "/")
	endswith(domain, "ingress.kubernetes.io")
	name in risky
	message := $"{name} lets anyone who can edit {input.resources[index].id} read every Secret that the proxy can read"
}
