package altostrata.rules.topology.zero_loss_test

import data.altostrata.rules.topology.zero_loss as rule

world(loss, kind) := {"environments": {"e": {"systems": {"s": {
	"patterns": {"disaster-recovery": {"standby": "b", "promotes": ["d"]}},
	"datasources": {"d": {"rpo": {"loss-of-target": loss}, "replication": {"kind": kind}}},
}}}}}

test_promises if {
	count(rule.findings) == 1 with input as world("0s", "primary-replica")
	count(rule.findings) == 0 with input as world("30s", "primary-replica")
	count(rule.findings) == 1 with input as world("30s", "single")
	rule.considered == 1 with input as world("30s", "single")
}
