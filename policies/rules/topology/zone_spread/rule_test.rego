package altostrata.rules.topology.zone_spread_test

import data.altostrata.lib.testing
import data.altostrata.rules.topology.zone_spread as rule

world(spec, zones) := object.union(testing.with_pod({}, spec), {"target": {"nodes": {"zones": zones}}})

test_spreading_is_needed_where_zones_are if {
	count(rule.findings) == 1 with input as world({}, ["a", "b"])
	rule.considered == 1 with input as world({}, ["a", "b"])
	rule.considered == 0 with input as world({}, ["a"])
}

test_both_ways_to_spread if {
	count(rule.findings) == 0 with input as world({"topologySpreadConstraints": [{"topologyKey": "topology.kubernetes.io/zone"}]}, ["a", "b"])
	affinity := {"podAntiAffinity": {"preferredDuringSchedulingIgnoredDuringExecution": [{"podAffinityTerm": {"topologyKey": "topology.kubernetes.io/zone"}}]}}
	count(rule.findings) == 0 with input as world({"affinity": affinity}, ["a", "b"])
}
