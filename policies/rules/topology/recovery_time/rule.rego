# METADATA
# title: Recovery time exceeds the objective
# description: Detection, database promotion or restore, component start and DNS expiry must together fit the recovery time.
# custom:
#   id: TOP-010
#   aliases: []
#   family: topology
#   severity: high
#   scope: environment
#   standards: [DORA Art. 12]
#   covers: {threats: [availability], families: [data, workloads]}
#   rationale: |
#     A recovery time is a sum whose parts are in the estate: detecting the loss and changing `master`, promoting a replica or
#     restoring a backup, starting components in their order, and DNS expiry. The rule adds them for the loss of the leading target:
#     to the standby of disaster recovery, else to the quickest worker, else to a target that must be built first. Parallel steps
#     count as the slowest one.
#
#     | part | source |
#     |---|---|
#     | detect and switch; build a target | parameters |
#     | promote a replica | parameter |
#     | restore a backup | `storage.size` at the slower of the parameter and `leaving.bandwidth` of the backup's provider |
#     | start | `capacity.startup` in application.yaml along `needs.atStart`; a parameter where it is unknown |
#     | DNS | `traffic.ttl` |
#
#     The parameters are estimates, and a finding names the parts that rest on one. Rehearse, and set the measured values.
#   remediation: Keep a replica on a standby, run slow-starting components there, shorten `traffic.ttl`, or promise a longer `objectives.rto`.
#   since: 0.1.0
#   parameters:
#     reactionSeconds:
#       description: Time from the loss until the changed `master` reaches the new target. Our estimate; set the time that your rehearsals took.
#       type: number
#       minimum: 0
#       default: 120
#     promoteSeconds:
#       description: Time until a replica accepts writes. Our estimate; set the time that your rehearsals took.
#       type: number
#       minimum: 0
#       default: 60
#     startSeconds:
#       description: Start time of a component without `startup` in application.yaml. Our estimate; measure it and set it there.
#       type: number
#       minimum: 0
#       default: 120
#     restoreMegabytesPerSecond:
#       description: Speed of unpacking and writing a backup, unless the bandwidth out of its provider is lower. Our estimate.
#       type: number
#       exclusiveMinimum: 0
#       default: 50
#     targetSeconds:
#       description: Time to build a new target, for systems without another one. Our estimate.
#       type: number
#       minimum: 0
#       default: 7200
package altostrata.rules.topology.recovery_time

import data.altostrata.lib.dates
import data.altostrata.lib.systems

considered := count(leading)

parameters := input.parameters["TOP-010"]

# The system's placement on the lost target.
leading[entry] := placement if {
	some entry in systems.all
	some placement in systems.placements(entry)
	placement.part.leads
}

# Placements that can take over: the standby if there is one, else every worker.
refuges[entry] contains placement if {
	some entry, _ in leading
	some placement in systems.placements(entry)
	not placement.part.leads
	fits(entry, placement)
}

fits(_, placement) if placement.part.standby

fits(entry, _) if not systems.declared(entry).patterns["disaster-recovery"]

# Seconds and text of every recovery path. Of several workers the quickest counts.
ways[entry] contains recovery(entry, refuge) if {
	some entry, places in refuges
	some refuge in places
}

ways[entry] contains recovery(entry, new_target) if {
	some entry, _ in leading
	not refuges[entry]
}

new_target := {"target": "a new target", "components": {}, "datasources": {}}

# The recovery path from the lost leading target to `refuge`.
recovery(entry, refuge) := [sum([part.seconds | some part in parts]), text] if {
	parts := array.concat(before(refuge), [
		slowest(data_parts(entry, refuge), "for databases"),
		slowest(start_parts(entry, refuge), "to start"),
		{"seconds": dates.seconds(systems.declared(entry).traffic.ttl), "text": "for DNS records to expire"},
	])
	words := concat(", ", [$"{ceil(part.seconds)} s {part.text}" | some part in parts; part.seconds > 0])
	text := $"{refuge.target}: {words}"
}

before(refuge) := [{"seconds": parameters.reactionSeconds, "text": "to detect and switch (estimate)"}] if refuge.target != new_target.target

before(refuge) := [{"seconds": parameters.targetSeconds, "text": "to build it (estimate)"}] if refuge.target == new_target.target

# Parallel steps take as long as the slowest.
slowest(parts, _) := min({part | some part in parts; part.seconds == longest}) if longest := max({part.seconds | some part in parts})

slowest(parts, text) := {"seconds": 0, "text": text} if count(parts) == 0

data_parts(entry, refuge) := {part |
	some name, _ in systems.declared(entry).datasources
	part := data_part(entry, refuge, name)
}

data_part(_, refuge, name) := {"seconds": parameters.promoteSeconds, "text": $"to promote the replica of {name} (estimate)"} if {
	refuge.datasources[name].role == "replica"
}

data_part(entry, refuge, name) := {"seconds": seconds, "text": $"to restore {name} from {store}, {round(bytes / 1000000000)} GB at most (estimate)"} if {
	not replicated(refuge, name)
	store := systems.declared(entry).datasources[name].backup.to
	bytes := leading[entry].datasources[name].storage
	seconds := bytes / restore_rate(store)
}

replicated(refuge, name) if refuge.datasources[name].role == "replica"

# Bytes per second, limited by the bandwidth out of the backup's provider.
restore_rate(store) := 1000000 * min({parameters.restoreMegabytesPerSecond, bandwidth(store) / 8})

bandwidth(store) := input.providers[input.targets[store].provider].leaving.bandwidth

start_parts(entry, refuge) := {part |
	started := idle(entry, refuge)
	some component in started
	chain := graph.reachable(needs(leading[entry].application, started), {component})
	seconds := sum([start(leading[entry].application, link) | some link in chain])
	part := {"seconds": seconds, "text": $"to start {concat(", ", sort(chain))}{remark(leading[entry].application, chain)}"}
}

# Components of the leading target that do not run on the other yet.
idle(entry, refuge) := {component |
	some component, placed in leading[entry].components
	placed.replicas.max > 0
	object.get(refuge.components, [component, "replicas", "min"], 0) == 0
}

# Start dependencies of components, as a graph.
needs(application, started) := {component: {needed |
	some needed in object.get(declared(application, component), ["needs", "atStart"], [])
	needed in started
} |
	some component in started
}

declared(application, component) := input.applications[application].components[component]

start(application, component) := dates.seconds(declared(application, component).capacity.startup)

start(application, component) := parameters.startSeconds if not declared(application, component).capacity.startup

remark(application, chain) := " (estimate)" if {
	some component in chain
	not declared(application, component).capacity.startup
} else := ""

findings contains {"path": array.concat(entry.path, ["objectives", "rto"]), "message": message} if {
	some entry, options in ways
	[seconds, way] := min(options)
	rto := systems.declared(entry).objectives.rto
	seconds > dates.seconds(rto)
	message := $"{entry.system} promises recovery within {rto} but needs {ceil(seconds / 60)} minutes on {way}"
}

# A restore of unknown duration.
findings contains {"path": array.concat(database.path, ["backup", "to"]), "message": message} if {
	some database in systems.databases
	store := database.datasource.backup.to
	leading[database.entry]
	not bandwidth(store)
	not spared(database)
	provider := input.targets[store].provider
	message := $"the duration of a restore of {database.name} is unknown: set `leaving.bandwidth` of {provider} in provider.yaml"
}

# With a replica on every refuge, no restore is needed.
spared(database) if {
	some refuge in refuges[database.entry]
	replicated(refuge, database.name)
}
