# METADATA
# title: DNS TTL too long for the recovery time
# description: The TTL of the system's DNS records must be much shorter than its recovery time.
# custom:
#   id: TOP-014
#   aliases: []
#   family: topology
#   severity: medium
#   scope: environment
#   standards: []
#   covers: {threats: [availability], families: [network, cloud]}
#   rationale: |
#     However fast a standby takes over, consumers reach it only after their cached DNS record expires.
#   remediation: Shorten `traffic.ttl`, or promise a longer `objectives.rto`.
#   since: 0.1.0
#   parameters:
#     mostShare:
#       description: Largest share of the recovery time that the TTL may use.
#       type: number
#       exclusiveMinimum: 0
#       maximum: 1
#       default: 0.5
package altostrata.rules.topology.dns_ttl

import data.altostrata.lib.dates
import data.altostrata.lib.systems

considered := count(systems.all)

findings contains {"path": array.concat(entry.path, ["traffic", "ttl"]), "message": message} if {
	some entry in systems.all
	system := systems.declared(entry)
	share := dates.seconds(system.traffic.ttl) / dates.seconds(system.objectives.rto)
	share > input.parameters["TOP-014"].mostShare
	message := $"consumers cache an old address for {system.traffic.ttl}, too long for the promised recovery time of {system.objectives.rto}"
}
