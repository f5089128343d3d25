# METADATA
# title: Standby lacks capacity
# description: The nodes of a standby must hold all that runs there at its peak, and the masters that one lost provider would send there.
# custom:
#   id: TOP-011
#   aliases: []
#   family: topology
#   severity: high
#   scope: estate
#   standards: [DORA Art. 12]
#   covers: {threats: [availability], families: [workloads, data]}
#   rationale: |
#     A standby that is too small fails on the day it is for. Autoscalers ask for nodes that the target's limit, or the quota behind it,
#     does not give, and pods of all systems there wait.
#
#     For each provider that may be lost the rule adds up, in cores and memory: what every environment runs on the standby's target with its
#     most replicas, and what the masters at that provider run at most, in place of what stands by for them. That must fit into `nodes.max`
#     nodes of `nodes.cpu` and `nodes.memory`, less a share for the nodes' own agents (`usable`, an estimate). Node types and zones are not
#     told apart.
#   remediation: Raise `nodes.max` of the standby together with the quota behind it, move something away, or lower the most replicas.
#   since: 0.1.0
#   parameters:
#     share:
#       description: The part of a master's peak that its standby must hold.
#       type: number
#       exclusiveMinimum: 0
#       maximum: 1
#       default: 1
#     usable:
#       description: The part of the nodes that pods can use; the rest is for the nodes' own agents. Our estimate.
#       type: number
#       exclusiveMinimum: 0
#       maximum: 1
#       default: 0.85
package altostrata.rules.topology.standby_capacity

import data.altostrata.lib.systems

considered := count(masters)

parameters := input.parameters["TOP-011"]

# The leading place of every system that has a standby.
masters[entry] := master if {
	some entry in systems.all
	systems.declared(entry).patterns["disaster-recovery"].standby
	some master in systems.placements(entry)
	master.part.leads
}

standby(entry) := systems.declared(entry).patterns["disaster-recovery"].standby

# Positions in `placements` by target.
placed[placement.target] contains index if some index, placement in input.placements

# Systems that one lost provider would send to one target at the same time.
coming[standby(entry)][master.provider] contains entry if some entry, master in masters

# What all components and databases of a place ask for when each has its most replicas.
peak(placement, what) := sum(array.concat(
	[(component.replicas.max * component.requests[what]) | some component in placement.components],
	[(datasource.instances * datasource.requests[what]) | some datasource in placement.datasources],
))

# What runs on the target already counts once: a master takes the place of its standby.
more(entry, what) := max({0, (parameters.share * peak(masters[entry], what)) - peak(place, what)}) if {
	some place in systems.placements(entry)
	place.target == standby(entry)
}

needed(target, provider, what) := sum([peak(input.placements[index], what) | some index in placed[target]]) + sum([more(entry, what) | some entry in coming[target][provider]])

# What is short when a provider is lost, in words.
short[target][provider] contains text if {
	some target, providers in coming
	some provider, _ in providers
	cores := input.targets[target].capacity.cpu * parameters.usable
	cpu := needed(target, provider, "cpu")
	cpu > cores
	text := $"{ceil(cpu)} of {floor(cores)} cores"
}

short[target][provider] contains text if {
	some target, providers in coming
	some provider, _ in providers
	bytes := input.targets[target].capacity.memory * parameters.usable
	memory := needed(target, provider, "memory")
	memory > bytes
	text := $"{ceil(memory / gibibyte)} of {floor(bytes / gibibyte)} GiB of memory"
}

gibibyte := 1073741824

findings contains {"path": array.concat(entry.path, ["patterns", "disaster-recovery", "standby"]), "message": message} if {
	some target, providers in short
	some provider, texts in providers
	some entry in coming[target][provider]
	amounts := concat(" and ", sort(texts))
	message := $"when {provider} is lost, {target} needs {amounts} for what runs there and what it takes over at its peak"
}

findings contains {"path": ["targets", target, "nodes"], "message": message} if {
	some target, _ in coming
	not input.targets[target].capacity
	message := $"nobody says what one node of {target}, a standby, has: enter `nodes.cpu` and `nodes.memory`"
}
