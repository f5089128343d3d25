# METADATA
# title: Standby in the master's metro
# description: The standby of disaster recovery must be in a different metro than the master.
# custom:
#   id: TOP-002
#   aliases: []
#   family: topology
#   severity: high
#   scope: environment
#   standards: [DORA Art. 12]
#   covers: {threats: [availability, loss], families: [data]}
#   rationale: |
#     Two providers in one city share power, cables and weather, and sometimes the building. Another check requires a different
#     provider; this rule requires distance.
#   remediation: Choose a standby in another metro.
#   since: 0.1.0
package altostrata.rules.topology.standby_near_master

import data.altostrata.lib.systems

considered := count([entry | some entry in systems.all; systems.declared(entry).patterns["disaster-recovery"]])

findings contains {"path": array.concat(entry.path, ["patterns", "disaster-recovery", "standby"]), "message": message} if {
	some entry in systems.all
	system := systems.declared(entry)
	standby := system.patterns["disaster-recovery"].standby
	metro := input.targets[standby].metro
	metro == input.targets[system.master].metro
	message := $"{standby} is in {metro}, like the master {system.master}: one flood, power cut or cable cut affects both"
}
