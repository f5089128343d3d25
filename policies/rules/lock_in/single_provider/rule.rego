# METADATA
# title: System that knows only one provider
# description: A production system must run at two providers at least.
# custom:
#   id: LCK-090
#   aliases: [LCK-092]
#   family: lock-in
#   severity: high
#   scope: estate
#   standards: [DORA Art. 28(8), DORA Art. 29]
#   remediation: Add a worker or a standby on a target of another provider.
#   since: 0.1.0
package altostrata.rules.lock_in.single_provider

considered := count(systems)

systems contains [environment, system] if {
	some placement in input.placements
	environment := placement.environment
	system := placement.system
	input.environments[environment].tier == "production"
}

findings contains {"path": ["environments", environment, "systems", system], "message": message} if {
	some [environment, system] in systems
	providers := {placement.provider | some placement in input.placements; placement.environment == environment; placement.system == system}
	count(providers) == 1
	some provider in providers
	message := $"{system} runs at {provider} only: nothing proves that it could run elsewhere, and with {provider} it is away"
}
