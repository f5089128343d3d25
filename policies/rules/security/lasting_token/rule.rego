# METADATA
# title: Non-expiring service account token
# description: No Secret may hold a service account token.
# custom:
#   id: SEC-078
#   aliases: []
#   family: security
#   severity: high
#   scope: target
#   standards: []
#   covers: {threats: [identity, secrets], families: [access, secrets]}
#   rationale: |
#     Tokens that the API server issues to pods expire within hours and with their pod. A token in a Secret works for years, also for
#     anyone who copied it once.
#   remediation: Remove the Secret. Pods get expiring tokens; other clients request one from the API server (`kubectl create token`).
#   since: 0.1.0
package altostrata.rules.security.lasting_token

import data.altostrata.lib.objects

considered := count(objects.of_kinds(["Secret", "ServiceAccount"]))

findings contains {"path": objects.inside(index, ["type"]), "message": message} if {
	some index in objects.of_kind("Secret")
	input.resources[index].object.type == "kubernetes.io/service-account-token"
	message := $"{input.resources[index].id} requests a token that never expires"
}

findings contains {"path": objects.inside(index, ["secrets"]), "message": message} if {
	some index in objects.of_kind("ServiceAccount")
	count(object.get(input.resources[index].object, "secrets", [])) > 0
	message := $"{input.resources[index].id} lists Secrets, the old way to get tokens that never expire"
}
