# METADATA
# title: Certificate lives too long
# description: A certificate must be renewed at least every so many hours, with a new private key each time.
# custom:
#   id: SEC-142
#   aliases: []
#   family: security
#   severity: medium
#   scope: target
#   standards: []
#   covers: {threats: [secrets, transit], families: [secrets]}
#   remediation: Shorten `duration` and set `privateKey.rotationPolicy` to Always.
#   since: 0.1.0
#   parameters:
#     mostHours:
#       description: Longest life of a certificate, in hours.
#       type: integer
#       minimum: 1
#       default: 2400
package altostrata.rules.security.certificate_lifetime

import data.altostrata.lib.objects

considered := count(leaf_certificates)

leaf_certificates contains index if {
	some index in objects.of_kind("cert-manager.io/Certificate")
	object.get(input.resources[index].object.spec, "isCA", false) == false
}

findings contains {"path": objects.inside(index, ["spec", "duration"]), "message": message} if {
	some index in leaf_certificates
	duration := input.resources[index].object.spec.duration
	contains(duration, "h")
	to_number(split(duration, "h")[0]) > input.parameters["SEC-142"].mostHours
	message := $"{input.resources[index].id} is good for {duration}: a stolen key stays useful for as long"
}

findings contains {"path": objects.inside(index, ["spec", "privateKey", "rotationPolicy"]), "message": message} if {
	some index in leaf_certificates
	input.resources[index].object.spec.privateKey.rotationPolicy == "Never"
	message := $"{input.resources[index].id} keeps its private key for ever: renewal does not end what a stolen key can do"
}
