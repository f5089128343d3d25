package altostrata.rules.topology.too_few_copies_test

import data.altostrata.rules.topology.too_few_copies as rule

world(tier, instances, replication) := {
	"parameters": {"TOP-024": {"leastCopies": 3}},
	"environments": {"e": {"tier": tier, "systems": {"s": {"datasources": {"d": {"instances": instances, "replication": replication}}}}}},
}

test_instances_replicas_and_the_backup_count if {
	count(rule.findings) == 1 with input as world("production", 1, {"kind": "single"})
	count(rule.findings) == 0 with input as world("production", 2, {"kind": "single"})
	count(rule.findings) == 0 with input as world("production", 1, {"kind": "primary-replica", "replicas": {"t": 1}})
	rule.considered == 1 with input as world("production", 1, {"kind": "single"})
	rule.considered == 0 with input as world("staging", 1, {"kind": "single"})
}
