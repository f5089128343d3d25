# METADATA
# title: Long-lived or self-signed certificate
# description: A certificate must be renewed at least every so many hours, with a new private key each time, and in production must not be signed by itself.
# custom:
#   id: SEC-142
#   aliases: []
#   family: security
#   severity: medium
#   scope: target
#   standards: []
#   covers: {threats: [secrets, transit], families: [secrets]}
#   rationale: |
#     cert-manager renews certificates by itself, so a short life costs nothing. It limits how long a stolen key is useful, and it
#     proves every few weeks that renewal works at all. Certificates of authorities are exempt.
#   remediation: Shorten `duration`, set `privateKey.rotationPolicy` to Always, and let an authority sign.
#   since: 0.1.0
#   parameters:
#     mostHours:
#       description: Longest life of a certificate, in hours.
#       type: integer
#       minimum: 1
#       default: 2400
package altostrata.rules.security.certificate_lifetime

import data.altostrata.lib.dates
import data.altostrata.lib.objects

considered := count(leaf_certificates)

leaf_certificates contains index if {
	some index in objects.of_kind("cert-manager.io/Certificate")
	object.get(input.resources[index].object.spec, "isCA", false) == false
}

findings contains {"path": objects.inside(index, ["spec", "duration"]), "message": message} if {
	some index in leaf_certificates
	duration := input.resources[index].object.spec.duration
	dates.span(duration) > input.parameters["SEC-142"].mostHours * 3600
	message := $"{input.resources[index].id} is good for {duration}: a stolen key stays useful for as long"
}

findings contains {"path": objects.inside(index, ["spec", "privateKey", "rotationPolicy"]), "message": message} if {
	some index in leaf_certificates
	input.resources[index].object.spec.privateKey.rotationPolicy == "Never"
	message := $"{input.resources[index].id} keeps its private key for ever: renewal does not end what a stolen key can do"
}

# Whoever trusts such a certificate trusts it alone, and must be told of every new one.
findings contains {"path": objects.inside(index, ["spec", "issuerRef"]), "message": message} if {
	input.environment.tier == "production"
	some index in leaf_certificates
	issuer := input.resources[index].object.spec.issuerRef
	[object.get(issuer, "kind", "Issuer"), issuer.name] in self_signing
	message := $"{input.resources[index].id} signs itself: clients can check it only by not checking"
}

self_signing contains [input.resources[index].kind, input.resources[index].name] if {
	some index in objects.of_kinds(["cert-manager.io/Issuer", "cert-manager.io/ClusterIssuer"])
	is_object(input.resources[index].object.spec.selfSigned)
}
