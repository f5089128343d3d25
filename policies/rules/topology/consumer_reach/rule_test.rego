package altostrata.rules.topology.consumer_reach_test

import data.altostrata.rules.topology.consumer_reach as rule

answer(target, weight) := {"target": target, "weight": weight, "failover": "primary"}

world(routing, patterns, answers) := {
	"parameters": {"TOP-022": {"reserveMilliseconds": 10}},
	"environments": {"e": {"systems": {"s": {
		"master": "near",
		"patterns": patterns,
		"traffic": {"routing": routing},
		"consumers": [{"name": "c", "metro": "m", "latency": {"median": "30ms"}}],
	}}}},
	"placements": [{"environment": "e", "system": "s", "answers": answers}],
	"targets": {
		"near": {"provider": "p", "region": "1"},
		"far": {"provider": "q", "region": "2"},
		"also-near": {"provider": "q", "region": "3"},
		"unmeasured": {"provider": "q", "region": "4"},
	},
	"latency": {"metro:m": {"p:1": 20, "q:2": 21, "q:3": 5}},
}

test_half_of_the_weight if {
	count(rule.findings) == 0 with input as world("weighted", {}, [answer("near", 10), answer("far", 10)])
	count(rule.findings) == 1 with input as world("weighted", {}, [answer("near", 10), answer("far", 11)])
	count(rule.findings) == 0 with input as world("simple", {}, [answer("near", 0), answer("far", 0)])
}

surviving(what) := {"active-active": {"survive": what}}

test_the_promised_losses if {
	found("without near") with input as world("latency", surviving("target"), [answer("near", 1), answer("far", 1)])
	count(rule.findings) == 0 with input as world("latency", surviving("target"), [answer("near", 1), answer("also-near", 1)])
	found("without p") with input as world("latency", surviving("provider"), [answer("near", 1), answer("far", 1)])
}

standby(target) := {"disaster-recovery": {"standby": target}}

test_the_standby_takes_over if {
	failover := [answer("near", 0), {"target": "far", "weight": 0, "failover": "secondary"}]
	count(rule.findings) == 0 with input as world("failover", {}, failover)
	found("without p") with input as world("failover", standby("far"), failover)
	count(rule.findings) == 0 with input as world("weighted", standby("also-near"), [answer("near", 10)])
}

test_unknown_distance if {
	found("are unknown") with input as world("latency", {}, [answer("unmeasured", 0)])
	count(rule.findings) == 1 with input as world("latency", {}, [answer("unmeasured", 0)])
}

found(words) if {
	some finding in rule.findings
	contains(finding.message, words)
}
