package altostrata.rules.topology.secrets_on_standby_test

import data.altostrata.rules.topology.secrets_on_standby as rule

secret(target, spec) := {
	"environment": "e",
	"target": target,
	"namespace": "shop",
	"layer": "platform",
	"kind": "ExternalSecret",
	"name": "cache",
	"object": {"spec": spec},
}

certificate(target, spec) := object.union(secret(target, spec), {"kind": "Certificate", "name": "server"})

world(resources) := {
	"environments": {"e": {"systems": {"s": {"patterns": {"disaster-recovery": {"standby": "there"}}}}}},
	"placements": [
		{"environment": "e", "system": "s", "target": "here", "namespace": "shop", "part": {"leads": true}},
		{"environment": "e", "system": "s", "target": "there", "namespace": "shop", "part": {"leads": false}},
	],
	"resources": resources,
}

daily := {"refreshInterval": "86400s", "data": [{"secretKey": "password"}]}

test_missing if {
	reports("not on its standby there") with input as world([secret("here", daily)])
	count(rule.findings) == 0 with input as world([secret("there", daily)])
	reports("not on its standby there") with input as world([certificate("here", {}), secret("there", {})])
}

test_another_refresh if {
	hourly := object.union(daily, {"refreshInterval": "3600s"})
	reports("has 86400s as refreshInterval on here, but 3600s on its standby there") with input as world([secret("here", daily), secret("there", hourly)])
}

test_another_renewal if {
	renewed := {"renewBefore": "720h", "privateKey": {"rotationPolicy": "Always"}}
	reports("privateKey.rotationPolicy") with input as world([certificate("here", renewed), certificate("there", {"renewBefore": "720h"})])
}

test_fewer_keys if {
	more := object.union(daily, {"data": [{"secretKey": "password"}, {"secretKey": "username"}]})
	reports("lacks username") with input as world([secret("here", more), secret("there", daily)])
}

reports(words) if {
	some finding in rule.findings
	contains(finding.message, words)
}
