# METADATA
# title: Standby lacks capacity
# description: The nodes of a standby's target must fit everything that runs there at its peak, plus the masters that the loss of one provider sends there.
# custom:
#   id: TOP-011
#   aliases: []
#   family: topology
#   severity: high
#   scope: estate
#   standards: [DORA Art. 12]
#   covers: {threats: [availability], families: [workloads, data]}
#   rationale: |
#     A standby that is too small fails when you need it: autoscalers request nodes beyond the target's limit or quota, and pods of
#     all systems there stay pending.
#
#     For each provider that can be lost, the rule adds up cores and memory: everything that any environment runs on the standby's
#     target at maximum replicas, and the maximum of the masters at that provider, in place of their standbys. The sum must fit
#     `nodes.max` nodes of `nodes.cpu` and `nodes.memory`, minus a share for the nodes' own agents (`usable`, an estimate). The rule
#     does not distinguish node types or zones.
#   remediation: Raise `nodes.max` of the standby's target together with its quota, move something away, or lower the maximum replicas.
#   since: 0.1.0
#   parameters:
#     share:
#       description: Share of a master's peak that its standby must fit.
#       type: number
#       exclusiveMinimum: 0
#       maximum: 1
#       default: 1
#     usable:
#       description: Share of the nodes that pods can use. The rest is for the nodes' own agents. Our estimate.
#       type: number
#       exclusiveMinimum: 0
#       maximum: 1
#       default: 0.85
package altostrata.rules.topology.standby_capacity

import data.altostrata.lib.systems

considered := count(masters)

parameters := input.parameters["TOP-011"]

# The leading placement of every system with a standby.
masters[entry] := master if {
	some entry in systems.all
	systems.declared(entry).patterns["disaster-recovery"].standby
	some master in systems.placements(entry)
	master.part.leads
}

standby(entry) := systems.declared(entry).patterns["disaster-recovery"].standby

# Positions in `placements` by target.
placed[placement.target] contains index if some index, placement in input.placements

# Systems that the loss of one provider sends to the same target.
coming[standby(entry)][master.provider] contains entry if some entry, master in masters

# Requests of all components and databases of a placement at maximum replicas.
peak(placement, what) := sum(array.concat(
	[(component.replicas.max * component.requests[what]) | some component in placement.components],
	[(datasource.instances * datasource.requests[what]) | some datasource in placement.datasources],
))

# A master replaces its standby, so that each system counts once.
more(entry, what) := max({0, (parameters.share * peak(masters[entry], what)) - peak(place, what)}) if {
	some place in systems.placements(entry)
	place.target == standby(entry)
}

needed(target, provider, what) := sum([peak(input.placements[index], what) | some index in placed[target]]) + sum([more(entry, what) | some entry in coming[target][provider]])

# The shortage after the loss of a provider, as text.
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
	message := $"if {provider} is lost, {target} needs {amounts} for its own load and the load that it takes over"
}

findings contains {"path": ["targets", target, "nodes"], "message": message} if {
	some target, _ in coming
	not input.targets[target].capacity
	message := $"the node size of {target}, a standby, is unknown: set `nodes.cpu` and `nodes.memory`"
}
