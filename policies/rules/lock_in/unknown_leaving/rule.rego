# METADATA
# title: Provider without current exit figures
# description: A provider that runs production must declare its exit figures, and they must be less than a year old.
# custom:
#   id: LCK-084
#   aliases: []
#   family: lock-in
#   severity: medium
#   scope: estate
#   standards: []
#   rationale: |
#     Bandwidth, window, day rate and likelihood are estimates. With a date and an owner they can be
#     discussed; without them, lock-in is only an opinion.
#   remediation: Fill in `leaving` in the provider's provider.yaml, or review it and set its date.
#   since: 0.1.0
#   parameters:
#     mostDays:
#       description: Highest allowed age of the figures, in days.
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
	message := $"production runs at {provider}, but its `leaving` figures (time, cost, likelihood) are missing"
}

findings contains {"path": ["providers", provider, "leaving", "date"], "message": message} if {
	some provider in used
	date := input.providers[provider].leaving.date
	days := dates.day_number(input.asOf) - dates.day_number(date)
	days > input.parameters["LCK-084"].mostDays
	message := $"the `leaving` figures of {provider} are {days} days old"
}
