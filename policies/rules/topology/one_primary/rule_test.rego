package altostrata.rules.topology.one_primary_test

import data.altostrata.rules.topology.one_primary as rule

world(replicas) := {"resources": [cluster |
	some replica in replicas
	cluster := {"kind": "Cluster", "environment": "e", "namespace": "n", "name": "db", "object": {"metadata": {"name": "db"}, "spec": {"replica": replica}}}
]}

test_exactly_one if {
	count(rule.findings) == 0 with input as world([{"enabled": false}, {"enabled": true}])
	rule.considered == 1 with input as world([{"enabled": false}, {"enabled": true}])
	count(rule.findings) == 2 with input as world([{"enabled": false}, {"enabled": false}])
	count(rule.findings) == 1 with input as world([{"enabled": true}, {"enabled": true}])
}
