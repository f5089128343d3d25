package altostrata.rules.topology.recovery_time_test

import data.altostrata.rules.topology.recovery_time as rule

parameters := {"reactionSeconds": 100, "promoteSeconds": 50, "startSeconds": 20, "restoreMegabytesPerSecond": 50, "targetSeconds": 1000}

world(rto, patterns, others) := {
	"parameters": {"TOP-010": parameters},
	"environments": {"e": {"systems": {"s": {
		"patterns": patterns,
		"objectives": {"rto": rto},
		"traffic": {"ttl": "30s"},
		"datasources": {"db": {"backup": {"to": "store"}}},
	}}}},
	"applications": {"a": {"components": {
		"first": {"capacity": {"startup": "40s"}},
		"second": {"capacity": "unknown", "needs": {"atStart": ["first"]}},
		"alone": {"capacity": "unknown"},
	}}},
	"targets": {"store": {"provider": "p"}},
	"providers": {"p": {"leaving": {"bandwidth": 800}}},
	"placements": array.concat([master], others),
}

master := place("master", {"leads": true, "standby": false}, 1, {"db": {"role": "primary", "storage": 10000000000}})

place(target, part, replicas, datasources) := {
	"environment": "e",
	"system": "s",
	"application": "a",
	"target": target,
	"part": part,
	"components": {component: {"replicas": {"min": replicas, "max": replicas}} | some component in ["first", "second", "alone"]},
	"datasources": datasources,
}

standby := place("standby", {"leads": false, "standby": true}, 0, {"db": {"role": "replica"}})

worker := place("worker", {"leads": false, "standby": false}, 1, {})

recovery := {"disaster-recovery": {"standby": "standby"}}

test_a_replica_is_promoted if {
	# 100 to switch, 50 to promote, 40 and 20 to start one after the other, 30 for DNS.
	count(rule.findings) == 0 with input as world("240s", recovery, [standby, worker])
	reports("to promote the replica of db") with input as world("239s", recovery, [standby, worker])
	reports("60 s to start first, second (estimate)") with input as world("239s", recovery, [standby, worker])
	rule.considered == 1 with input as world("240s", recovery, [standby])
}

test_a_backup_is_restored if {
	# 100 to switch, 200 to restore 10 GB, nothing to start, 30 for DNS.
	count(rule.findings) == 0 with input as world("330s", {}, [worker])
	reports("to restore db from store") with input as world("329s", {}, [worker])
}

test_without_another_target_one_must_be_built if {
	# 1000 to build, 200 to restore, 60 to start, 30 for DNS.
	count(rule.findings) == 0 with input as world("1290s", {}, [])
	reports("a new target: 1000 s to build it") with input as world("1289s", {}, [])
}

test_unknown_bandwidth if {
	unknown := json.remove(world("1d", {}, [worker]), ["/providers/p/leaving"])
	reports("is unknown") with input as unknown
	count(rule.findings) == 0 with input as json.remove(world("1d", recovery, [standby]), ["/providers/p/leaving"])
}

reports(words) if {
	some finding in rule.findings
	contains(finding.message, words)
}
