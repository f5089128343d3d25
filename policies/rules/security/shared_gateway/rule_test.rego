package altostrata.rules.security.shared_gateway_test

import data.altostrata.lib.testing
import data.altostrata.rules.security.shared_gateway as rule

test_gateway_and_grant if {
	gateway := {"spec": {"listeners": [{"name": "a", "allowedRoutes": {"namespaces": {"from": "All"}}}, {"name": "b", "allowedRoutes": {"namespaces": {"from": "Same"}}}]}}
	grant := {"spec": {"to": [{"kind": "Secret"}, {"kind": "Service", "name": "web"}]}}
	world := testing.with_objects([["gateway.networking.k8s.io/Gateway", gateway], ["gateway.networking.k8s.io/ReferenceGrant", grant]])
	count(rule.findings) == 2 with input as world
	rule.considered == 2 with input as world
}
