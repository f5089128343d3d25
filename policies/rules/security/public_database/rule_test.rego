package altostrata.rules.security.public_database_test

import data.altostrata.lib.testing
import data.altostrata.rules.security.public_database as rule

test_networks if {
	world := testing.with_objects([["sql.cnrm.cloud.google.com/SQLInstance", {"spec": {"settings": {"ipConfiguration": {"ipv4Enabled": false, "authorizedNetworks": [{"value": "0.0.0.0/0"}, {"value": "203.0.113.0/28"}]}}}}]])
	count(rule.findings) == 1 with input as world
	rule.considered == 1 with input as world
}
