# METADATA
# title: Long-lived or self-signed certificate
# description: A certificate must be short-lived and get a new private key at each renewal. In production it must not be self-signed.
# custom:
#   id: SEC-142
#   aliases: []
#   family: security
#   severity: medium
#   scope: target
#   standards: []
#   covers: {threats: [secrets, transit], families: [secrets]}
#   rationale: |
#     cert-manager renews certificates automatically, so a short lifetime costs nothing. It limits how long a stolen key is useful,
#     and it proves every few weeks that renewal works. Certificates of authorities are exempt.
#   remediation: Shorten `duration`, set `privateKey.rotationPolicy` to Always, and use an issuer with an authority.
#   since: 0.1.0
#   parameters:
#     mostHours:
#       description: Longest lifetime of a certificate, in hours.
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
	message := $"{input.resources[index].id} is valid for {duration}: a stolen key stays useful just as long"
}

findings contains {"path": objects.inside(index, ["spec", "privateKey", "rotationPolicy"]), "message": message} if {
	some index in leaf_certificates
	input.resources[index].object.spec.privateKey.rotationPolicy == "Never"
	message := $"{input.resources[index].id} reuses its private key at renewal, so a stolen key stays useful"
}

# Clients must trust each self-signed certificate separately, and again after each renewal.
findings contains {"path": objects.inside(index, ["spec", "issuerRef"]), "message": message} if {
	input.environment.tier == "production"
	some index in leaf_certificates
	issuer := input.resources[index].object.spec.issuerRef
	[object.get(issuer, "kind", "Issuer"), issuer.name] in self_signing
	message := $"{input.resources[index].id} is self-signed, so clients cannot verify it"
}

self_signing contains [input.resources[index].kind, input.resources[index].name] if {
	some index in objects.of_kinds(["cert-manager.io/Issuer", "cert-manager.io/ClusterIssuer"])
	is_object(input.resources[index].object.spec.selfSigned)
}
