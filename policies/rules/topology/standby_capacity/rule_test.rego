package altostrata.rules.topology.standby_capacity_test

import data.altostrata.rules.topology.standby_capacity as rule

gibibyte := 1073741824

system(standby) := {"patterns": {"disaster-recovery": {"standby": standby}}}

place(name, target, provider, shape) := {
	"environment": "e",
	"system": name,
	"target": target,
	"provider": provider,
	"part": {"leads": shape.leads},
	"components": {"web": {"replicas": {"max": shape.replicas}, "requests": {"cpu": 1, "memory": gibibyte}}},
	"datasources": {"db": {"instances": shape.instances, "requests": {"cpu": 2, "memory": gibibyte}}},
}

# Two systems led at two providers, and one that only stands there: 4 + 4 + 1 cores in usual times.
world(cores, providers) := {
	"parameters": {"TOP-011": {"share": 1, "usable": 1}},
	"environments": {"e": {"systems": {"one": system("refuge"), "two": system("refuge"), "other": {"patterns": {}}}}},
	"targets": {"refuge": {"capacity": {"cpu": cores, "memory": cores * gibibyte}}},
	"placements": [
		place("one", "a", providers[0], {"leads": true, "replicas": 6, "instances": 2}),
		place("one", "refuge", "r", {"leads": false, "replicas": 2, "instances": 1}),
		place("two", "b", providers[1], {"leads": true, "replicas": 4, "instances": 2}),
		place("two", "refuge", "r", {"leads": false, "replicas": 2, "instances": 1}),
		place("other", "refuge", "r", {"leads": true, "replicas": 1, "instances": 0}),
	],
}

test_the_larger_of_two_losses if {
	# 9 there, and 10 instead of 4 when p is lost.
	count(rule.findings) == 0 with input as world(15, ["p", "q"])
	count(rule.findings) == 1 with input as world(14, ["p", "q"])
	rule.considered == 2 with input as world(14, ["p", "q"])
}

test_memory_counts_too if {
	little := json.patch(world(99, ["p", "q"]), [{"op": "replace", "path": "/targets/refuge/capacity/memory", "value": 5}])
	some finding in rule.findings with input as little
	contains(finding.message, "GiB of memory")
}

test_unknown_nodes if {
	some finding in rule.findings with input as json.remove(world(1, ["p", "q"]), ["/targets/refuge/capacity"])
	contains(finding.message, "is unknown")
}
