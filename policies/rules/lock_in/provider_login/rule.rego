# METADATA
# title: Provider-specific login
# description: Applications and the platform may not name one provider's login service.
# custom:
#   id: LCK-051
#   aliases: []
#   family: lock-in
#   severity: medium
#   scope: target
#   standards: []
#   rationale: |
#     The token issuer decides who a user is. Its subjects and groups spread into permissions all over the application, and during an
#     outage of that provider no user can log in.
#   remediation: Use an issuer under your own host name, which you can point to another identity provider.
#   since: 0.1.0
#   accepts: facts
package altostrata.rules.lock_in.provider_login

import data.altostrata.lib.surfaces

marks := ["login.microsoftonline.com", "accounts.google.com", "cognito-idp.", "sts.windows.net", "securetoken.google.com"]

considered := count(surfaces.texts)

findings contains {"path": text.path, "message": message} if {
	some text in surfaces.texts
	some mark in marks
	contains(text.text, mark)
	message := $"the text contains {mark}, so tokens, subjects and groups come from one provider"
}
