# METADATA
# title: Hard-coded region or account in the portable layer
# description: Applications and the platform may not contain region names or cloud resource identifiers, except values defined by a provider or target.
# custom:
#   id: LCK-064
#   aliases: []
#   family: lock-in
#   severity: medium
#   scope: target
#   standards: []
#   rationale: |
#     A region, an ARN or a subscription id in an application's template ties every target to one place. A value from the target's
#     own file is correct and not a finding.
#   remediation: Print the value from the target, or from the target's infrastructure outputs.
#   since: 0.1.0
#   accepts: facts
package altostrata.rules.lock_in.place_literal

import data.altostrata.lib.providers

considered := count([resource | some resource in input.resources; providers.portable(resource)])

findings contains {"path": text.path, "message": message} if {
	some text in input.texts
	providers.portable(input.resources[text.resource])
	some mark in text.marks
	what := {"region": "names a region", "cloud-identifier": "identifies a resource of one cloud"}[mark]
	message := $"the text {text.text} {what}, so it is wrong on every other target"
}
