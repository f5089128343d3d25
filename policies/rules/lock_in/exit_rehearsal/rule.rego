# METADATA
# title: Database exit not rehearsed within a year
# description: The exit plan of a managed database must have been rehearsed within a year.
# custom:
#   id: LCK-096
#   aliases: []
#   family: lock-in
#   severity: medium
#   scope: environment
#   standards: [DORA Art. 28(8)]
#   rationale: |
#     Exit plans age: formats change, data grows, people leave. Bank supervisors require plans that were "sufficiently tested". A
#     rehearsal date is the minimum evidence.
#   remediation: Rehearse the export and the import, then set the date in `exit.rehearsed`.
#   since: 0.1.0
#   parameters:
#     mostDays:
#       description: Highest allowed age of the last rehearsal, in days.
#       type: integer
#       minimum: 1
#       default: 365
package altostrata.rules.lock_in.exit_rehearsal

import data.altostrata.lib.dates

considered := count([1 | input.environments[_].systems[_].datasources[_].exit])

findings contains {"path": ["environments", environment, "systems", system, "datasources", name, "exit", "rehearsed"], "message": message} if {
	rehearsed := input.environments[environment].systems[system].datasources[name].exit.rehearsed
	days := dates.day_number(input.asOf) - dates.day_number(rehearsed)
	days > input.parameters["LCK-096"].mostDays
	message := $"the exit of {name} was last rehearsed {days} days ago, on {rehearsed}: it may no longer work"
}
