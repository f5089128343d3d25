# METADATA
# title: Most production masters at one provider
# description: Nearly all production systems must not be led from one provider.
# custom:
#   id: LCK-097
#   aliases: []
#   family: lock-in
#   severity: medium
#   scope: estate
#   standards: [DORA Art. 29]
#   rationale: |
#     A provider that leads every system can raise the price of all of them, and one outage stops all of them. Supervisors measure
#     concentration with this index.
#   remediation: Lead some systems from another provider. Promoting a standby to master is a change of one line.
#   since: 0.1.0
#   parameters:
#     mostPercent:
#       description: Highest allowed index, in percent. 100 means that one provider leads every system.
#       type: integer
#       minimum: 1
#       maximum: 100
#       default: 75
#     leastSystems:
#       description: Smallest number of systems for which the index is meaningful.
#       type: integer
#       minimum: 1
#       default: 3
package altostrata.rules.lock_in.concentrated_control

considered := count(masters)

masters contains {"environment": placement.environment, "system": placement.system, "target": placement.target, "provider": placement.provider} if {
	some placement in input.placements
	placement.part.leads
	input.environments[placement.environment].tier == "production"
}

# The Herfindahl-Hirschman index: the sum of squared shares, 1 when one provider leads all systems.
index := sum([squared | some provider in {master.provider | some master in masters}; squared := (led(provider) * led(provider)) / (count(masters) * count(masters))])

led(provider) := count([master | some master in masters; master.provider == provider])

findings contains {"path": ["targets", master.target], "message": message} if {
	count(masters) >= input.parameters["LCK-097"].leastSystems
	index * 100 > input.parameters["LCK-097"].mostPercent
	most := max({led(provider) | some master in masters; provider := master.provider})
	some master in masters
	led(master.provider) == most
	message := $"{most} of {count(masters)} production systems are led from {master.provider}: one outage or price change there affects all of them"
}
