package altostrata.rules.lock_in.provider_solver_test

import data.altostrata.lib.testing
import data.altostrata.rules.lock_in.provider_solver as rule

pairs := [["cert-manager.io/Issuer", {"spec": {"acme": {"solvers": [{"dns01": {"route53": {}}}, {"dns01": {"rfc2136": {}}}]}}}]]

test_solvers_in_portable_layers if {
	count(rule.findings) == 1 with input as testing.with_objects(pairs)
	count(rule.findings) == 0 with input as testing.in_layer("provider", pairs)
	rule.considered == 1 with input as testing.with_objects(pairs)
}
