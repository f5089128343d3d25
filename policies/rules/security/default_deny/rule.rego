# METADATA
# title: Namespace without default deny
# description: Every namespace with pods needs a NetworkPolicy that selects all pods and allows nothing, in both directions.
# custom:
#   id: SEC-080
#   aliases: []
#   family: security
#   severity: high
#   scope: target
#   standards: [CIS 5.3.2, NSA C-0030]
#   covers: {threats: [isolation], families: [network]}
#   rationale: |
#     A pod without a policy may connect to anything, inside and outside the target. With default deny in both directions, a
#     forgotten flow fails in the first test instead of staying open unnoticed.
#   remediation: Add a NetworkPolicy with an empty podSelector, both policyTypes and no rules.
#   since: 0.1.0
package altostrata.rules.security.default_deny

import data.altostrata.lib.namespaces
import data.altostrata.lib.objects

considered := count(namespaces.used)

findings contains {"path": namespaces.path(namespace), "message": message, "missing": "networking.k8s.io/NetworkPolicy", "detail": direction} if {
	some namespace in namespaces.used
	some direction in ["Ingress", "Egress"]
	not [namespace, direction] in denied
	message := $"namespace {namespaces.title(namespace)} allows all {lower(direction)} traffic of pods that no other policy selects"
}

denied contains [policy.namespace, direction] if {
	some index in objects.of_kind("networking.k8s.io/NetworkPolicy")
	policy := input.resources[index]
	selects_all(object.get(policy.object.spec, "podSelector", {}))

	# The Kubernetes default for a policy without policyTypes.
	some direction in object.get(policy.object.spec, "policyTypes", ["Ingress"])
	count(object.get(policy.object.spec, lower(direction), [])) == 0
}

selects_all(selector) if {
	every part in ["matchLabels", "matchExpressions"] {
		count(object.get(selector, part, [])) == 0
	}
}
