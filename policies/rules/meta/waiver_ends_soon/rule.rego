# METADATA
# title: Waiver ends soon
# description: A waiver that ends within two weeks must be resolved or renewed.
# custom:
#   id: MET-004
#   aliases: []
#   family: meta
#   severity: low
#   scope: environment
#   standards: []
#   covers: {threats: [governance], families: [operations]}
#   rationale: |
#     The day after a waiver ends, its findings fail the run. This says so while there is time to act. Expired, unused, too broad
#     and unapproved waivers are diagnostics of their own.
#   remediation: Remove the cause of the finding, or have the waiver renewed before it ends.
#   since: 0.1.0
#   parameters:
#     days:
#       description: How many days before its end a waiver is reported.
#       type: integer
#       minimum: 0
#       default: 14
package altostrata.rules.meta.waiver_ends_soon

import data.altostrata.lib.dates

considered := count([1 | input.environments[_].waivers[_]])

findings contains {"path": ["environments", environment, "waivers", index, "expires"], "message": message} if {
	waiver := input.environments[environment].waivers[index]
	left := dates.day_number(waiver.expires) - dates.day_number(input.asOf)
	left >= 0
	left <= input.parameters["MET-004"].days
	message := $"the waiver of {waiver.rule} ends in {left} days, on {waiver.expires}; then its findings count again"
}
