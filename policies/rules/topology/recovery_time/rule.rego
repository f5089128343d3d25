# METADATA
# title: Recovery time exceeds the objective
# description: Notice and switch, promote or restore the databases, start what does not run yet, and wait for DNS must together fit into the recovery time.
# custom:
#   id: TOP-010
#   aliases: []
#   family: topology
#   severity: high
#   scope: environment
#   standards: [DORA Art. 12]
#   covers: {threats: [availability], families: [data, workloads]}
#   rationale: |
#     A recovery time is a sum, and each summand is somewhere in the estate: how long it takes to notice and to change `master`, whether a
#     replica is promoted or a backup restored, what must start and in which order, and how long DNS answers live. The rule adds them up for
#     the loss of the leading target: to the standby of disaster recovery, without one to the quickest worker, without workers to a target
#     that must be built first. What happens side by side counts as its slowest.
#
#     | summand | from |
#     |---|---|
#     | notice and switch; build a target | parameters |
#     | promote a replica | parameter |
#     | restore a backup | `storage.size` by the slower of the parameter and `leaving.bandwidth` of the provider that keeps it |
#     | start | `capacity.startup` in application.yaml along `needs.atStart`; a parameter where it is unknown |
#     | DNS | `traffic.ttl` |
#
#     The parameters are estimates, and a finding says which of its summands rest on one. Rehearse, and put in what it took.
#   remediation: Keep a replica on a standby, let what starts slowly run there, shorten `traffic.ttl`, or promise a longer `objectives.rto`.
#   since: 0.1.0
#   parameters:
#     reactionSeconds:
#       description: From the loss until the changed `master` has reached the target that takes over. Our estimate; put in what your rehearsals took.
#       type: number
#       minimum: 0
#       default: 120
#     promoteSeconds:
#       description: Until a replica takes writes. Our estimate; put in what your rehearsals took.
#       type: number
#       minimum: 0
#       default: 60
#     startSeconds:
#       description: Start of a component of which application.yaml says no `startup`. Our estimate; measure it and say it there.
#       type: number
#       minimum: 0
#       default: 120
#     restoreMegabytesPerSecond:
#       description: How fast a backup is unpacked and written, where the way out of its provider is not slower. Our estimate.
#       type: number
#       exclusiveMinimum: 0
#       default: 50
#     targetSeconds:
#       description: Until a new target stands, for systems that have no other. Our estimate.
#       type: number
#       minimum: 0
#       default: 7200
package altostrata.rules.topology.recovery_time

import data.altostrata.lib.dates
import data.altostrata.lib.systems

considered := count(leading)

parameters := input.parameters["TOP-010"]

# The system's place on the target that is lost.
leading[entry] := placement if {
	some entry in systems.all
	some placement in systems.placements(entry)
	placement.part.leads
}

# The places that could take over: the standby where there is one, else every worker.
refuges[entry] contains placement if {
	some entry, _ in leading
	some placement in systems.placements(entry)
	not placement.part.leads
	fits(entry, placement)
}

fits(_, placement) if placement.part.standby

fits(entry, _) if not systems.declared(entry).patterns["disaster-recovery"]

# Seconds and words of every way to recover; of several workers the quickest will count.
ways[entry] contains recovery(entry, refuge) if {
	some entry, places in refuges
	some refuge in places
}

ways[entry] contains recovery(entry, new_target) if {
	some entry, _ in leading
	not refuges[entry]
}

new_target := {"target": "a new target", "components": {}, "datasources": {}}

# The way from the loss of the leading target to `refuge`.
recovery(entry, refuge) := [sum([part.seconds | some part in parts]), text] if {
	parts := array.concat(before(refuge), [
		slowest(data_parts(entry, refuge), "for databases"),
		slowest(start_parts(entry, refuge), "to start"),
		{"seconds": dates.seconds(systems.declared(entry).traffic.ttl), "text": "for DNS answers to expire"},
	])
	words := concat(", ", [$"{ceil(part.seconds)} s {part.text}" | some part in parts; part.seconds > 0])
	text := $"{refuge.target}: {words}"
}

before(refuge) := [{"seconds": parameters.reactionSeconds, "text": "to notice and switch (estimate)"}] if refuge.target != new_target.target

before(refuge) := [{"seconds": parameters.targetSeconds, "text": "until it stands (estimate)"}] if refuge.target == new_target.target

# What happens side by side takes as long as the slowest.
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

# Bytes per second: no faster than data leaves the provider of the backup.
restore_rate(store) := 1000000 * min({parameters.restoreMegabytesPerSecond, bandwidth(store) / 8})

bandwidth(store) := input.providers[input.targets[store].provider].leaving.bandwidth

start_parts(entry, refuge) := {part |
	started := idle(entry, refuge)
	some component in started
	chain := graph.reachable(needs(leading[entry].application, started), {component})
	seconds := sum([start(leading[entry].application, link) | some link in chain])
	part := {"seconds": seconds, "text": $"to start {concat(", ", sort(chain))}{remark(leading[entry].application, chain)}"}
}

# What runs on the leading target and not yet on the other.
idle(entry, refuge) := {component |
	some component, placed in leading[entry].components
	placed.replicas.max > 0
	object.get(refuge.components, [component, "replicas", "min"], 0) == 0
}

# What must have started before a component can, as a graph.
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
	message := $"{entry.system} promises to be back within {rto}, and needs {ceil(seconds / 60)} minutes on {way}"
}

# A restore of which nobody can say how long it takes.
findings contains {"path": array.concat(database.path, ["backup", "to"]), "message": message} if {
	some database in systems.databases
	store := database.datasource.backup.to
	leading[database.entry]
	not bandwidth(store)
	not spared(database)
	provider := input.targets[store].provider
	message := $"nobody can say how long a restore of {database.name} takes: enter `leaving.bandwidth` of {provider} in provider.yaml"
}

# A replica on every refuge needs no restore.
spared(database) if {
	some refuge in refuges[database.entry]
	replicated(refuge, database.name)
}
