# METADATA
# title: Commitment outlasts the planned exit
# description: Commitments to a provider must end before the planned exit date.
# custom:
#   id: LCK-083
#   aliases: []
#   family: lock-in
#   severity: low
#   scope: environment
#   standards: []
#   rationale: |
#     A three-year discount is a reason to stay for three years. If a system's `exits` set a date for leaving a provider, the
#     commitments to that provider (`commitments` in provider.yaml) should end before it. Otherwise you pay twice, or the exit waits.
#   remediation: Let the commitment expire or sell it, or plan the exit for a later day. Do not renew it.
#   since: 0.1.0
package altostrata.rules.lock_in.commitment_outlives_exit

import data.altostrata.lib.dates

plans contains {"environment": environment, "system": system, "provider": provider, "day": plan.planned} if {
	some environment, system, provider
	plan := input.environments[environment].systems[system].exits[provider]
	plan.planned
}

considered := count(plans)

findings contains {"path": path, "message": message} if {
	some plan in plans
	some commitment in input.providers[plan.provider].commitments
	days := dates.day_number(commitment.ends) - dates.day_number(plan.day)
	days > 0
	path := ["environments", plan.environment, "systems", plan.system, "exits", plan.provider, "planned"]
	message := $"{plan.system} plans to leave {plan.provider} by {plan.day}, but {commitment.what} is paid until {commitment.ends}, {days} days longer"
}
