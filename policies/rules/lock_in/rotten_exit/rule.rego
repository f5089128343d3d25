# METADATA
# title: Exit plan without a proven destination
# description: An exit plan must lead to a target of another provider where the system runs and each of its parts is proven.
# custom:
#   id: LCK-091
#   aliases: []
#   family: lock-in
#   severity: high
#   scope: estate
#   standards: []
#   rationale: |
#     A plan to move where nothing runs is a wish. This repository can prove a plan cheaply: on each change, every component and
#     database of the system renders for a target of the other provider and passes every check there. A proof counts from any
#     environment; a waiver does not create one. Runs over only a part of the estate do not require proofs.
#   remediation: Add a worker or standby there, fix what is refused there, or plan for a target where the system runs.
#   since: 0.1.0
package altostrata.rules.lock_in.rotten_exit

import data.altostrata.lib.proofs

considered := count(plans)

plans contains {"environment": environment, "system": system, "provider": provider, "to": plan.to} if {
	some environment, system, provider
	plan := input.environments[environment].systems[system].exits[provider]
}

running[key] contains placement.target if {
	some placement in input.placements
	key := $"{placement.environment}/{placement.system}"
}

runs_there(plan) if plan.to in object.get(running, $"{plan.environment}/{plan.system}", set())

findings contains {"path": path(plan), "message": message} if {
	some plan in plans
	not runs_there(plan)
	message := $"{plan.system} plans to move to {plan.to}, where nothing of it runs: the plan is unproven"
}

findings contains {"path": path(plan), "message": message} if {
	some plan in plans
	input.targets[plan.to].provider == plan.provider
	message := $"{plan.system} plans to leave {plan.provider} for {plan.to}, which also belongs to {plan.provider}"
}

# Components of the master and databases must be proven at the destination.
parts[[placement.environment, placement.system]] contains {"application": placement.application, "name": name} if {
	some placement in input.placements
	placement.part.leads
	some list in [placement.components, object.get(placement, "datasources", {})]
	some name, _ in list
}

findings contains {"path": path(plan), "message": message} if {
	some plan in plans
	runs_there(plan)
	there := input.targets[plan.to].provider
	there != plan.provider
	unproven := sort([part.name | some part in parts[[plan.environment, plan.system]]; not there in proofs.providers(part.application, part.name); input.proofs])
	count(unproven) > 0
	names := concat(", ", unproven)
	message := $"{plan.system} plans to move to {plan.to}, but {names} are not proven at {there}: they do not render there or are refused"
}

path(plan) := ["environments", plan.environment, "systems", plan.system, "exits", plan.provider, "to"]
