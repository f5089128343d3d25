# METADATA
# title: System or component proven at only one provider
# description: A production system must run at two or more providers, and each of its components must be proven at two.
# custom:
#   id: LCK-090
#   aliases: [LCK-092]
#   family: lock-in
#   severity: high
#   scope: estate
#   standards: [DORA Art. 28(8), DORA Art. 29]
#   rationale: |
#     Portability is a claim until the system runs at another provider. A second provider proves it, is your fallback, and helps in
#     price negotiations.
#
#     Workers run only a part of a system; its other components may still depend on one provider. So each component of the master
#     needs a proof at a second provider, in any environment: it renders there, the target has no problems, and no rule denies its
#     objects. Staging or a standby keeps such a proof alive cheaply. A waiver does not create one. Runs over only a part of the
#     estate skip components, because the proof may be in the rest.
#   remediation: Add a worker or standby on a target of another provider. For a component, run it there in any environment.
#   since: 0.1.0
package altostrata.rules.lock_in.single_provider

import data.altostrata.lib.proofs

considered := count(systems) + count(components)

systems contains [placement.environment, placement.system] if {
	some placement in input.placements
	input.environments[placement.environment].tier == "production"
}

findings contains {"path": ["environments", environment, "systems", system], "message": message} if {
	some [environment, system] in systems
	count(used[[environment, system]]) == 1
	some provider in used[[environment, system]]
	message := $"{system} runs at {provider} only: it is unproven elsewhere and fails with {provider}"
}

# Components of systems that run at several providers, with the providers where any environment proves them.
components contains {"environment": placement.environment, "system": placement.system, "name": name, "at": at} if {
	some placement in input.placements
	placement.part.leads
	count(used[[placement.environment, placement.system]]) > 1
	[placement.environment, placement.system] in systems
	some name, _ in placement.components
	at := proofs.providers(placement.application, name)
}

findings contains {"path": path, "message": message} if {
	some component in components
	count(component.at) < 2
	path := ["environments", component.environment, "systems", component.system, "masterComponents", component.name]
	where := concat("", [provider | some provider in component.at])
	proven := {0: "nowhere", 1: $"at {where} only"}[count(component.at)]
	message := $"{component.name} of {component.system} is proven {proven}: it must render and pass every check at a second provider, in any environment"
}

used[[placement.environment, placement.system]] contains placement.provider if some placement in input.placements
