# METADATA
# title: Waiver ends soon
# description: A waiver that expires within two weeks must be resolved or renewed.
# custom:
#   id: MET-004
#   aliases: []
#   family: meta
#   severity: low
#   scope: environment
#   standards: []
#   covers: {threats: [governance], families: [operations]}
#   rationale: |
#     On the day after a waiver expires, its findings fail the run. This rule warns while there is time to act. Expired, unused, too
#     broad and unapproved waivers are separate diagnostics.
#   remediation: Fix the cause of the finding, or renew the waiver before it expires.
#   since: 0.1.0
#   parameters:
#     days:
#       description: Number of days before its expiry on which a waiver is reported.
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
	message := $"the waiver for {waiver.rule} expires in {left} days, on {waiver.expires}; then its findings count again"
}
