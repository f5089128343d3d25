# METADATA
# title: Exit plan without a proven destination
# description: A plan to leave a provider must lead to a target of another one where the system runs and each of its parts is proven.
# custom:
#   id: LCK-091
#   aliases: []
#   family: lock-in
#   severity: high
#   scope: estate
#   standards: []
#   rationale: |
#     A plan to move where nothing runs is a wish. This repository can prove a plan cheaply: each component and database of the
#     system renders for a target of the other provider and passes every check there, on each change, before anybody must leave. A proof
#     counts from any environment, and a waiver does not make one. When only a part of the estate is judged, proofs are not asked for.
#   remediation: Give the system a worker or a standby there, mend what is refused there, or plan for a target where it runs.
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
	message := $"{plan.system} would go to {plan.to}, where nothing of it runs: nobody knows whether it could"
}

findings contains {"path": path(plan), "message": message} if {
	some plan in plans
	input.targets[plan.to].provider == plan.provider
	message := $"{plan.system} would leave {plan.provider} for {plan.to}, which is a target of {plan.provider}"
}

# What leads must be proven where it would go to: components of the master, and databases.
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
	message := $"{plan.system} would go to {plan.to}, and nothing proves that {names} can: at {there} it does not render, or is refused"
}

path(plan) := ["environments", plan.environment, "systems", plan.system, "exits", plan.provider, "to"]
