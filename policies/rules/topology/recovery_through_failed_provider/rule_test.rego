package altostrata.rules.topology.recovery_through_failed_provider_test

import data.altostrata.rules.topology.recovery_through_failed_provider as rule

world(dns, store) := {
	"targets": {"a": {"provider": "onprem"}, "b": {"provider": "azure"}, "c": {"provider": "gcp"}},
	"environments": {"e": {"systems": {"s": {
		"master": "a",
		"traffic": {"dns": dns},
		"patterns": {"disaster-recovery": {"standby": "b"}},
		"datasources": {"d": {"backup": {"to": store}}},
	}}}},
}

test_dns_and_backups if {
	count(rule.findings) == 1 with input as world("onprem", "c")
	count(rule.findings) == 1 with input as world("gcp", "b")
	count(rule.findings) == 0 with input as world("gcp", "c")
	rule.considered == 1 with input as world("gcp", "c")
}
