# METADATA
# title: System or component proven at only one provider
# description: A production system must run at two providers at least, and each of its components must be proven at two.
# custom:
#   id: LCK-090
#   aliases: [LCK-092]
#   family: lock-in
#   severity: high
#   scope: estate
#   standards: [DORA Art. 28(8), DORA Art. 29]
#   rationale: |
#     That a system is portable is a claim until it runs somewhere else. A second provider is the proof, the fallback, and the
#     argument when prices are negotiated.
#
#     Workers carry a part of a system: its other components may still know one provider only. So each component of the master is asked
#     for a proof at a second provider, in any environment: it renders there, nothing is wrong with the target, and no rule denies its
#     objects. Staging or a standby is the cheap way to keep such a proof alive. A waiver does not make one. When only a part of the
#     estate is judged, components are not asked, for the proof may stand in the rest.
#   remediation: Add a worker or a standby on a target of another provider; for a component, let an environment run it there.
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
	message := $"{system} runs at {provider} only: nothing proves that it could run elsewhere, and with {provider} it is away"
}

# Components of the systems that do run at several providers, each with those at which it is proven in any environment.
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
	message := $"{component.name} of {component.system} is proven {proven}: in no environment does it render and pass every check at a second provider"
}

used[[placement.environment, placement.system]] contains placement.provider if some placement in input.placements
