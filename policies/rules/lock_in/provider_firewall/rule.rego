# METADATA
# title: Provider-specific firewall rules
# description: Traffic must not be filtered by rules that exist at only one provider.
# custom:
#   id: LCK-028
#   aliases: []
#   family: lock-in
#   severity: low
#   scope: target
#   standards: []
#   rationale: |
#     A multi-cloud system is only as protected as its least protected entry point. One provider's filter does not apply at the
#     others, and this is easy to miss: they ignore the annotation.
#   remediation: Filter in the gateway that runs on every target. Keep the provider's filter as a second layer, with a waiver.
#   since: 0.1.0
package altostrata.rules.lock_in.provider_firewall

import data.altostrata.lib.objects

marks := {
	"alb.ingress.kubernetes.io/wafv2-acl-arn",
	"alb.ingress.kubernetes.io/waf-acl-id",
	"appgw.ingress.kubernetes.io/waf-policy-for-path",
	"cloud.google.com/security-policy",
}

considered := count(edges)

edges contains index if some index in objects.of_kinds(["Service", "networking.k8s.io/Ingress", "gateway.networking.k8s.io/Gateway", "gateway.networking.k8s.io/HTTPRoute"])

findings contains {"path": objects.inside(index, ["metadata", "annotations", mark]), "message": message} if {
	some index in edges
	some mark in marks
	input.resources[index].object.metadata.annotations[mark]
	message := $"{input.resources[index].id} is filtered by {mark}, which does not cover requests to other targets"
}
