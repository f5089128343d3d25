# METADATA
# title: Plan that leads nowhere
# description: The target that a plan to leave names must run the system today, at another provider.
# custom:
#   id: LCK-091
#   aliases: []
#   family: lock-in
#   severity: high
#   scope: estate
#   standards: [DORA Art. 28(8)]
#   remediation: Name a target that the system has as a worker or standby; what renders and passes the checks there is the proof that the plan needs.
#   since: 0.1.0
package altostrata.rules.lock_in.rotten_exit

considered := count(plans)

plans contains {"environment": environment, "system": system, "provider": provider, "to": plan.to} if {
	some environment, system, provider
	plan := input.environments[environment].systems[system].exits[provider]
}

running[key] contains placement.target if {
	some placement in input.placements
	key := $"{placement.environment}/{placement.system}"
}

findings contains {"path": path(plan), "message": message} if {
	some plan in plans
	not plan.to in object.get(running, $"{plan.environment}/{plan.system}", set())
	message := $"{plan.system} would go to {plan.to}, where nothing of it runs: nobody knows whether it could"
}

findings contains {"path": path(plan), "message": message} if {
	some plan in plans
	input.targets[plan.to].provider == plan.provider
	message := $"{plan.system} would leave {plan.provider} for {plan.to}, which is a target of {plan.provider}"
}

path(plan) := ["environments", plan.environment, "systems", plan.system, "exits", plan.provider, "to"]
