# METADATA
# title: Certificate bound to one provider
# description: TLS must not use a certificate whose key stays with a provider.
# custom:
#   id: LCK-025
#   aliases: []
#   family: lock-in
#   severity: medium
#   scope: target
#   standards: []
#   rationale: |
#     A provider's certificate is free and renews itself, but you cannot export it. During a failover the name points to a gateway
#     without a certificate, and issuing one needs the very DNS that is being moved.
#   remediation: Let cert-manager issue the certificate into a Secret, which works with any gateway.
#   since: 0.1.0
package altostrata.rules.lock_in.provider_certificate

import data.altostrata.lib.objects

marks := {
	"service.beta.kubernetes.io/aws-load-balancer-ssl-cert",
	"alb.ingress.kubernetes.io/certificate-arn",
	"networking.gke.io/managed-certificates",
	"ingress.gcp.kubernetes.io/pre-shared-cert",
	"appgw.ingress.kubernetes.io/appgw-ssl-certificate",
}

considered := count(edges)

edges contains index if some index in objects.of_kinds(["Service", "networking.k8s.io/Ingress", "gateway.networking.k8s.io/Gateway"])

findings contains {"path": objects.inside(index, ["metadata", "annotations", mark]), "message": message} if {
	some index in edges
	some mark in marks
	input.resources[index].object.metadata.annotations[mark]
	message := $"{input.resources[index].id} takes its certificate from {mark}: the key cannot leave the provider, so no standby elsewhere can serve the name"
}
