# METADATA
# title: Provider address in the portable layer
# description: Applications and the platform may not contain host names of a provider's services, except values defined by a provider or target.
# custom:
#   id: LCK-010
#   aliases: [LCK-029]
#   family: lock-in
#   severity: medium
#   scope: target
#   standards: []
#   rationale: |
#     Such an address names a service with its account and region, often a private endpoint. Hard-coded in the portable layer, it
#     sends every target back to one provider, over the internet, at that provider's price, and it fails with that provider.
#   remediation: Print the address from the target or its infrastructure outputs. Use the S3 protocol where the storage offers it.
#   since: 0.1.0
#   accepts: facts
package altostrata.rules.lock_in.provider_endpoint

import data.altostrata.lib.surfaces

# Includes names of private endpoints: vpce.amazonaws.com, privatelink.*.windows.net and p.googleapis.com.
marks := [".amazonaws.com", ".windows.net", ".azure.net", ".azure.com", ".googleapis.com"]

considered := count(surfaces.texts)

findings contains {"path": text.path, "message": message} if {
	some text in surfaces.texts
	some mark in marks
	contains(text.text, mark)
	message := $"the text contains {mark}, an address of one provider: from other targets it crosses the internet or does not resolve"
}
