# METADATA
# title: System without an exit plan
# description: A production system must have a plan to leave the provider of its master.
# custom:
#   id: LCK-007
#   aliases: []
#   family: lock-in
#   severity: medium
#   scope: environment
#   standards: [DORA Art. 28(8)]
#   rationale: |
#     Notice periods are counted in weeks. A plan written after the notice arrives is written in a hurry, about formats and
#     volumes that nobody has examined. Bank supervisors require it in writing.
#   remediation: Add the provider to `exits` in the system's system.yaml, with target, format, steps and owner.
#   since: 0.1.0
package altostrata.rules.lock_in.missing_exit_plan

leaders contains {"environment": placement.environment, "system": placement.system, "provider": placement.provider} if {
	some placement in input.placements
	placement.part.leads
	input.environments[placement.environment].tier == "production"
}

considered := count(leaders)

findings contains {"path": ["environments", leader.environment, "systems", leader.system, "exits"], "message": message} if {
	some leader in leaders
	not input.environments[leader.environment].systems[leader.system].exits[leader.provider]
	message := $"{leader.system} is led from {leader.provider} but has no exit plan for it"
}
