# METADATA
# title: Non-expiring service account token
# description: No Secret may hold a token of a service account.
# custom:
#   id: SEC-078
#   aliases: []
#   family: security
#   severity: high
#   scope: target
#   standards: []
#   covers: {threats: [identity, secrets], families: [access, secrets]}
#   rationale: |
#     Tokens that the API server gives to pods end within hours and with their pod. A token in a Secret is good for years, also for
#     whoever copied it once.
#   remediation: Remove the Secret; pods get tokens that expire, and others ask the API server for one (`kubectl create token`).
#   since: 0.1.0
package altostrata.rules.security.lasting_token

import data.altostrata.lib.objects

considered := count(objects.of_kinds(["Secret", "ServiceAccount"]))

findings contains {"path": objects.inside(index, ["type"]), "message": message} if {
	some index in objects.of_kind("Secret")
	input.resources[index].object.type == "kubernetes.io/service-account-token"
	message := $"{input.resources[index].id} asks for a token that is good until somebody deletes it"
}

findings contains {"path": objects.inside(index, ["secrets"]), "message": message} if {
	some index in objects.of_kind("ServiceAccount")
	count(object.get(input.resources[index].object, "secrets", [])) > 0
	message := $"{input.resources[index].id} names Secrets, as was done for tokens that never end"
}
