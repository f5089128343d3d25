# METADATA
# title: Too many round trips between targets
# description: Every target must meet each flow's latency limit, and a request's calls to other targets must leave most of the promised latency, now and after a failover.
# custom:
#   id: TOP-017
#   aliases: []
#   family: topology
#   severity: medium
#   scope: environment
#   standards: []
#   covers: {threats: [availability], families: [workloads, data]}
#   rationale: |
#     A call that takes a fraction of a millisecond inside a target takes ten or a hundred between two. A page with twenty such calls
#     is slow for every consumer of that worker, which shows only after the move.
#
#     The rule checks two limits with the round trips of `clouds/latency.csv`, for the leading target and for the standby:
#
#     - a flow with `latency` must stay within it from every target that runs its caller;
#     - a component with `callsPerRequest` makes its calls one after the other. Their time between targets may be at most `mostShare` of
#       the tightest latency promised to a consumer.
#
#     Missing call counts are findings; they never count as few. TOP-022 checks the distance of the consumers.
#   remediation: Lead from a target closer to the workers, run the called component beside its caller, or make fewer calls.
#   since: 0.1.0
#   parameters:
#     mostShare:
#       description: Largest part of the tightest promised latency that a request may spend on calls to other targets.
#       type: number
#       exclusiveMinimum: 0
#       maximum: 1
#       default: 0.5
package altostrata.rules.topology.distant_calls

import data.altostrata.lib.dates
import data.altostrata.lib.latency
import data.altostrata.lib.systems

considered := count(budgeted) + count(waits)

# The leading target and its standby, each with the line that declares it.
leaders(entry) := array.concat(
	[{"target": system.master, "path": array.concat(entry.path, ["master"]), "when": ""}],
	[{"target": standby, "path": path, "when": ", after a failover,"} |
		standby := system.patterns["disaster-recovery"].standby
		path := array.concat(entry.path, ["patterns", "disaster-recovery", "standby"])
	],
) if {
	system := systems.declared(entry)
}

runs(placement, component) if placement.components[component].replicas.max > 0

milliseconds(duration) := round(dates.seconds(duration) * 1000)

# Flows with a latency limit, from every target that runs the caller to the target of the callee.
budgeted contains {"leader": leader, "from": placement.target, "to": to, "flow": flow} if {
	some entry in systems.all
	some leader in leaders(entry)
	some placement in systems.placements(entry)
	some flow in input.applications[placement.application].flows
	flow.latency
	runs(placement, flow.from)
	some to in ends(entry, flow, leader)
}

ends(_, flow, leader) := [leader.target] if flow.where == "master"

ends(entry, flow, _) := [placement.target | some placement in systems.placements(entry); runs(placement, flow.to)] if flow.where == "all-targets"

# Components on another target than the callees that their requests wait for.
waits contains {"leader": leader, "entry": entry, "placement": placement, "component": component, "calls": calls} if {
	some entry in systems.all
	some leader in leaders(entry)
	some placement in systems.placements(entry)
	some component, _ in placement.components
	runs(placement, component)
	calls := input.applications[placement.application].components[component].callsPerRequest
}

# The callee's target: the same target, the primary's target, or the leading target.
place(wait, called) := wait.placement.target if runs(wait.placement, called)

place(wait, called) := primary if {
	not runs(wait.placement, called)
	primary := fixed_primary(wait.entry, called)
}

place(wait, called) := wait.leader.target if {
	not runs(wait.placement, called)
	not fixed_primary(wait.entry, called)
}

fixed_primary(entry, name) := primary if {
	primary := systems.declared(entry).datasources[name].replication.primary
	primary != "master"
}

waited(wait) := sum([(calls * latency.between(wait.placement.target, place(wait, called))) | some called, calls in wait.calls])

tightest(entry) := min([milliseconds(consumer.latency.median) | some consumer in systems.declared(entry).consumers])

# Problems of a choice of leader, by the line that declares it.
said[budget.leader.path] contains text if {
	some budget in budgeted
	trip := latency.between(budget.from, budget.to)
	trip > milliseconds(budget.flow.latency)
	text := $"{budget.flow.from} on {budget.from} is{budget.leader.when} {trip} ms away from {budget.flow.to} on {budget.to}; the flow allows {budget.flow.latency}"
}

said[wait.leader.path] contains text if {
	some wait in waits
	share := input.parameters["TOP-017"].mostShare
	promised := tightest(wait.entry)
	waited(wait) > promised * share
	text := $"a request to {wait.component} on {wait.placement.target} waits{wait.leader.when} {round(waited(wait))} ms for calls to other targets; the whole request is promised in {promised} ms"
}

said[path] contains text if {
	some [path, from, to] in unmeasured
	text := $"the round trip between {from} and {to} is unknown: add it to clouds/latency.csv"
}

unmeasured contains [budget.leader.path, budget.from, budget.to] if {
	some budget in budgeted
	not latency.between(budget.from, budget.to)
}

unmeasured contains [wait.leader.path, wait.placement.target, to] if {
	some wait in waits
	some called, _ in wait.calls
	to := place(wait, called)
	not latency.between(wait.placement.target, to)
}

findings contains {"path": path, "message": message} if {
	some path, texts in said
	message := concat("; ", sort(texts))
}

# A component serves on another target than its database, without a call count.
findings contains {"path": ["applications", application, "components", component, "datasources"], "message": message} if {
	some placement in input.placements
	application := placement.application
	some component, placed in placement.components
	placed.role == "runtime"
	runs(placement, component)
	declared := input.applications[application].components[component]
	some name in declared.datasources
	placement.datasources[name].role != "primary"
	not declared.callsPerRequest[name]
	message := $"{component} serves on targets without the primary of {name}, and its calls per request are unknown: set `callsPerRequest`"
}
