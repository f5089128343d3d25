# METADATA
# title: Provider-specific DNS solver
# description: Applications and the platform must not name the DNS service that proves a certificate.
# custom:
#   id: LCK-026
#   aliases: []
#   family: lock-in
#   severity: low
#   scope: target
#   standards: []
#   rationale: |
#     Certificates are renewed silently for years, by a record that is written into one DNS service. Move the zone, and weeks later
#     the first certificate ends.
#   remediation: Define the issuer in the provider's folder; the portable layers name it.
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
	message := $"{input.resources[index].id} proves names through {service}: certificates end when the zone moves"
}
