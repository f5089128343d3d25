# METADATA
# title: Provider of which nobody knows what leaving takes
# description: A provider that production runs at must say what leaving it would take, and the figures must be of this year.
# custom:
#   id: LCK-084
#   aliases: []
#   family: lock-in
#   severity: medium
#   scope: estate
#   standards: []
#   rationale: |
#     Bandwidth, window, day rate and likelihood are estimates. As long as they stand somewhere with a date and an owner they can be
#     discussed; nothing else about lock-in can be.
#   remediation: Fill in `leaving` in the provider's provider.yaml, or look at it again and set its date.
#   since: 0.1.0
#   parameters:
#     mostDays:
#       description: How old the figures may be, in days.
#       type: integer
#       minimum: 1
#       default: 365
package altostrata.rules.lock_in.unknown_leaving

import data.altostrata.lib.dates

used contains placement.provider if {
	some placement in input.placements
	input.environments[placement.environment].tier == "production"
}

considered := count(used)

findings contains {"path": ["providers", provider, "leaving"], "message": message} if {
	some provider in used
	not input.providers[provider].leaving
	message := $"production runs at {provider}, and nothing says how long, how dear and how likely leaving is"
}

findings contains {"path": ["providers", provider, "leaving", "date"], "message": message} if {
	some provider in used
	date := input.providers[provider].leaving.date
	days := dates.day_number(input.asOf) - dates.day_number(date)
	days > input.parameters["LCK-084"].mostDays
	message := $"what leaving {provider} takes was estimated {days} days ago"
}
