# METADATA
# title: Provider-specific DNS solver
# description: Applications and the platform must not name the DNS service that validates a certificate.
# custom:
#   id: LCK-026
#   aliases: []
#   family: lock-in
#   severity: low
#   scope: target
#   standards: []
#   rationale: |
#     Certificates renew silently for years through a record in one DNS service. Weeks after you move the zone, the first certificate
#     expires.
#   remediation: Define the issuer in the provider's folder, and reference it by name in portable layers.
#   since: 0.1.0
package altostrata.rules.lock_in.provider_solver

import data.altostrata.lib.objects
import data.altostrata.lib.providers

issuers := objects.of_kinds(["cert-manager.io/Issuer", "cert-manager.io/ClusterIssuer"])

considered := count(issuers) + count(objects.of_kind("cert-manager.io/Certificate"))

findings contains {"path": objects.inside(index, ["spec", "acme", "solvers", position, "dns01", service]), "message": message} if {
	some index in issuers
	providers.portable(input.resources[index])
	some position, solver in input.resources[index].object.spec.acme.solvers
	some service, _ in solver.dns01
	service in {"route53", "azureDNS", "cloudDNS"}
	message := $"{input.resources[index].id} validates names through {service}: certificates expire after the zone moves"
}
