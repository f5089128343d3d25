# METADATA
# title: Provider address in the portable layer
# description: Applications and the platform may not contain host names of one provider's services, unless a provider or target gives them.
# custom:
#   id: LCK-010
#   aliases: [LCK-029]
#   family: lock-in
#   severity: medium
#   scope: target
#   standards: []
#   rationale: |
#     An address names a service, its account and region, and often a private endpoint. Hard-coded in
#     the portable layer, it sends every target back to one provider, over the internet and at its price, and fails with it.
#   remediation: Print the address from the target or from what its infrastructure file gives; use the S3 protocol where storage offers it.
#   since: 0.1.0
#   accepts: facts
package altostrata.rules.lock_in.provider_endpoint

import data.altostrata.lib.surfaces

# With them the names of private endpoints: vpce.amazonaws.com, privatelink.*.windows.net and p.googleapis.com.
marks := [".amazonaws.com", ".windows.net", ".azure.net", ".azure.com", ".googleapis.com"]

considered := count(surfaces.texts)

findings contains {"path": text.path, "message": message} if {
	some text in surfaces.texts
	some mark in marks
	contains(text.text, mark)
	message := $"the text holds {mark}, an address of one provider: on every other target it leads out of it, or nowhere"
}
