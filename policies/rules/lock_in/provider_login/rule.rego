# METADATA
# title: Provider-specific login
# description: Applications and the platform may not name the login service of one provider.
# custom:
#   id: LCK-051
#   aliases: []
#   family: lock-in
#   severity: medium
#   scope: target
#   standards: []
#   rationale: |
#     The token issuer decides who a user is. One provider's subjects and groups end up in permissions all over
#     the application, and nobody can log in anywhere during an outage of that provider.
#   remediation: Name an issuer under a host of your own, which can be pointed at another identity provider.
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
	message := $"the text holds {mark}: tokens, subjects and groups are then those of one provider"
}
