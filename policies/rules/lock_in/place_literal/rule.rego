# METADATA
# title: Hard-coded region or account in the portable layer
# description: Applications and the platform may not contain names of regions or identifiers of cloud resources, unless a provider or target gives them.
# custom:
#   id: LCK-064
#   aliases: []
#   family: lock-in
#   severity: medium
#   scope: target
#   standards: []
#   rationale: |
#     A region, an ARN or a subscription id in an application's template ties every target to one place. The same text is right
#     when it comes from the target's own file, and then it is no finding.
#   remediation: Print the value from the target, or from what its infrastructure file gives.
#   since: 0.1.0
#   accepts: facts
package altostrata.rules.lock_in.place_literal

import data.altostrata.lib.providers

considered := count([resource | some resource in input.resources; providers.portable(resource)])

findings contains {"path": text.path, "message": message} if {
	some text in input.texts
	providers.portable(input.resources[text.resource])
	some mark in text.marks
	what := {"region": "names a region", "cloud-identifier": "is the identifier of a resource of one cloud"}[mark]
	message := $"the text {text.text} {what}, so it is wrong on every other target"
}
