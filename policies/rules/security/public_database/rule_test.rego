package altostrata.rules.security.public_database_test

import data.altostrata.lib.testing
import data.altostrata.rules.security.public_database as rule

test_public_flags if {
	count(rule.findings) == 1 with input as testing.with_objects([["rds.services.k8s.aws/DBInstance", {"spec": {"publiclyAccessible": true}}]])
	count(rule.findings) == 0 with input as testing.with_objects([["rds.services.k8s.aws/DBInstance", {"spec": {"publiclyAccessible": false}}]])
}

test_networks if {
	world := testing.with_objects([["sql.cnrm.cloud.google.com/SQLInstance", {"spec": {"settings": {"ipConfiguration": {"ipv4Enabled": false, "authorizedNetworks": [{"value": "0.0.0.0/0"}, {"value": "203.0.113.0/28"}]}}}}]])
	count(rule.findings) == 1 with input as world
	rule.considered == 1 with input as world
}

test_silence_is_public_where_the_provider_says_so if {
	count(rule.findings) == 1 with input as testing.with_objects([["dbforpostgresql.azure.com/FlexibleServer", {"spec": {}}]])
	count(rule.findings) == 0 with input as testing.with_objects([["dbforpostgresql.azure.com/FlexibleServer", {"spec": {"network": {"delegatedSubnetResourceReference": {}}}}]])
	count(rule.findings) == 0 with input as testing.with_objects([["rds.services.k8s.aws/DBInstance", {"spec": {}}]])
}

test_firewall if {
	count(rule.findings) == 1 with input as testing.with_objects([["dbforpostgresql.azure.com/FlexibleServersFirewallRule", {"spec": {"startIpAddress": "0.0.0.0"}}]])
}
