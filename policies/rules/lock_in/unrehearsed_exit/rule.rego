# METADATA
# title: Exit plan not rehearsed
# description: The exit plan of a production system must have been rehearsed within a year.
# custom:
#   id: LCK-086
#   aliases: []
#   family: lock-in
#   severity: medium
#   scope: environment
#   standards: [DORA Art. 28(8)]
#   rationale: |
#     A plan is correct on the day of its rehearsal. Then formats change, data grows and people leave. A plan without a rehearsal is
#     only text.
#   remediation: Rehearse the exit on a copy, set the date in `rehearsed`, and add whatever took longer than expected to the runbook.
#   since: 0.1.0
#   parameters:
#     mostDays:
#       description: Highest allowed age of the last rehearsal, in days.
#       type: integer
#       minimum: 1
#       default: 365
package altostrata.rules.lock_in.unrehearsed_exit

import data.altostrata.lib.dates

considered := count(plans)

plans contains {"environment": environment, "system": system, "provider": provider, "plan": plan} if {
	some environment, system, provider
	plan := input.environments[environment].systems[system].exits[provider]
	input.environments[environment].tier == "production"
}

path(entry) := ["environments", entry.environment, "systems", entry.system, "exits", entry.provider]

findings contains {"path": path(entry), "message": message} if {
	some entry in plans
	not entry.plan.rehearsed
	message := $"the plan of {entry.system} to leave {entry.provider} was never rehearsed, so it may not work"
}

findings contains {"path": array.concat(path(entry), ["rehearsed"]), "message": message} if {
	some entry in plans
	days := dates.day_number(input.asOf) - dates.day_number(entry.plan.rehearsed)
	days > input.parameters["LCK-086"].mostDays
	message := $"the plan of {entry.system} to leave {entry.provider} was last rehearsed {days} days ago"
}
