# METADATA
# title: Encryption key without rotation
# description: Keys held by a provider must be rotated.
# custom:
#   id: SEC-139
#   aliases: []
#   family: security
#   severity: medium
#   scope: target
#   standards: []
#   covers: {threats: [rest], families: [cloud]}
#   rationale: |
#     Rotation limits how much data one key protects. It also keeps the procedure in use, so that it works when a key must be
#     replaced.
#   remediation: Enable rotation.
#   since: 0.1.0
package altostrata.rules.security.lasting_key

import data.altostrata.lib.dates
import data.altostrata.lib.objects

aws := objects.of_kind("kms.services.k8s.aws/Key")

google := objects.of_kind("kms.cnrm.cloud.google.com/KMSCryptoKey")

considered := count(aws) + count(google)

findings contains {"path": objects.inside(index, ["spec", "enableKeyRotation"]), "message": message} if {
	some index in aws
	object.get(input.resources[index].object.spec, "enableKeyRotation", false) == false
	message := never(index)
}

findings contains {"path": objects.inside(index, ["spec", "rotationPeriod"]), "message": message} if {
	some index in google
	spec := input.resources[index].object.spec
	object.get(spec, "purpose", "ENCRYPT_DECRYPT") == "ENCRYPT_DECRYPT"
	object.get(spec, "rotationPeriod", "") == ""
	message := never(index)
}

never(index) := $"{input.resources[index].id} is never rotated: a leaked copy of the key works forever"

longest_days := 400

findings contains {"path": objects.inside(index, ["spec", "rotationPeriod"]), "message": message} if {
	some index in google
	period := input.resources[index].object.spec.rotationPeriod
	dates.span(period) > longest_days * 86400
	message := $"{input.resources[index].id} is rotated every {period}, less often than every {longest_days} days"
}
