package altostrata.rules.topology.distant_calls_test

import data.altostrata.rules.topology.distant_calls as rule

place(target, part) := {
	"environment": "e",
	"system": "s",
	"application": "a",
	"target": target,
	"components": {
		"web": {"role": "runtime", "replicas": {"max": part.web}},
		"api": {"role": "management", "replicas": {"max": part.api}},
	},
	"datasources": {"db": {"role": part.db}},
}

world(component, flows) := {
	"parameters": {"TOP-017": {"mostShare": 0.5}},
	"environments": {"e": {"systems": {"s": {
		"master": "home",
		"patterns": {},
		"consumers": [{"latency": {"median": "100ms"}}, {"latency": {"median": "40ms"}}],
		"datasources": {"db": {"replication": {"primary": "master"}}},
	}}}},
	"applications": {"a": {"components": {"web": component}, "flows": flows}},
	"targets": {
		"home": {"provider": "p", "region": "1"},
		"away": {"provider": "q", "region": "2"},
	},
	"latency": {"q:2": {"p:1": 10}},
	"placements": [
		place("home", {"web": 1, "api": 1, "db": "primary"}),
		place("away", {"web": 1, "api": 0, "db": "replica"}),
	],
}

calling(calls) := world({"datasources": ["db"], "callsPerRequest": calls}, [])

test_calls_leave_half_of_the_tightest_promise if {
	count(rule.findings) == 0 with input as calling({"db": 2})
	reports("waits 21 ms for calls to other targets; the whole request is promised in 40 ms") with input as calling({"db": 2.1})
	rule.considered == 2 with input as calling({"db": 2})
}

test_calls_beside_the_caller_cost_nothing if {
	count(rule.findings) == 0 with input as calling({"db": 1, "web": 50})
	count(rule.findings) == 1 with input as calling({"db": 1, "api": 2})
}

test_a_primary_may_stay_elsewhere if {
	fixed := object.union(calling({"db": 3}), {"environments": {"e": {"systems": {"s": {"datasources": {"db": {"replication": {"primary": "away"}}}}}}}})
	reports("a request to web on home waits 60 ms") with input as object.union(fixed, {"latency": {"p:1": {"q:2": 20}}})
}

flow(where, budget) := [{"from": "web", "to": "api", "where": where, "latency": budget}]

test_a_flow_keeps_its_budget if {
	count(rule.findings) == 0 with input as world({}, flow("master", "10ms"))
	reports("web on away is 10 ms away from api on home; the flow allows 9ms") with input as world({}, flow("master", "9ms"))
	reports("10 ms away") with input as world({}, flow("all-targets", "9ms"))
	count(rule.findings) == 0 with input as world({}, flow("same-target", "1ms"))
}

recovering := {"environments": {"e": {"systems": {"s": {"patterns": {"disaster-recovery": {"standby": "away"}}}}}}}

test_after_a_failover if {
	later := object.union(world({}, flow("master", "10ms")), recovering)
	reports("is, after a failover, 11 ms away") with input as object.union(later, {"latency": {"p:1": {"q:2": 11}}})
}

test_unknown_figures if {
	reports("the round trip between home and away is unknown") with input as object.union(world({}, flow("master", "10ms")), recovering)
	reports("the round trip between away and home is unknown") with input as json.remove(calling({"db": 1}), ["/latency/q:2"])
	reports("its calls per request are unknown") with input as world({"datasources": ["db"]}, [])
}

reports(words) if {
	some finding in rule.findings
	contains(finding.message, words)
}
