package altostrata.rules.security.loose_dns_test

import data.altostrata.lib.testing
import data.altostrata.rules.security.loose_dns as rule

test_records if {
	count(rule.findings) == 1 with input as testing.with_objects([["externaldns.k8s.io/DNSEndpoint", {"spec": {"endpoints": [{"dnsName": "*.example.com"}, {"dnsName": "www.example.com"}]}}]])
	count(rule.findings) == 1 with input as testing.with_objects([["dns.cnrm.cloud.google.com/DNSRecordSet", {"spec": {"name": "*.example.com."}}]])
}

test_zones if {
	count(rule.findings) == 1 with input as testing.with_objects([["dns.cnrm.cloud.google.com/DNSManagedZone", {"spec": {}}]])
	world := testing.with_objects([["dns.cnrm.cloud.google.com/DNSManagedZone", {"spec": {"dnssecConfig": {"state": "on"}}}]])
	count(rule.findings) == 0 with input as world
	rule.considered == 1 with input as world
}
