package altostrata.rules.security.secret_refresh_test

import data.altostrata.lib.testing
import data.altostrata.rules.security.secret_refresh as rule

world(spec) := testing.with_objects([["external-secrets.io/ExternalSecret", {"spec": spec}]])

test_never_and_rarely_are_findings if {
	count(rule.findings) == 1 with input as world({"refreshInterval": "0"})
	count(rule.findings) == 1 with input as world({"refreshInterval": "0h0m0s"})
	count(rule.findings) == 1 with input as world({"refreshInterval": "720h"})
	rule.considered == 1 with input as world({})
}

test_often_is_none if {
	count(rule.findings) == 0 with input as world({"refreshInterval": "15m"})
	count(rule.findings) == 0 with input as world({"refreshInterval": "1h0m0s"})
	count(rule.findings) == 0 with input as world({})
}

test_units_and_policies if {
	count(rule.findings) == 1 with input as world({"refreshInterval": "90000s"})
	count(rule.findings) == 1 with input as world({"refreshInterval": "1h", "refreshPolicy": "CreatedOnce"})
	count(rule.findings) == 1 with input as testing.with_objects([["external-secrets.io/ClusterExternalSecret", {"spec": {"externalSecretSpec": {"refreshInterval": "0"}}}]])
}
