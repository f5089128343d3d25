package altostrata.rules.security.public_api_server_test

import data.altostrata.lib.testing
import data.altostrata.rules.security.public_api_server as rule

world(kind, spec) := testing.with_objects([[kind, {"spec": spec}]])

test_eks if {
	count(rule.findings) == 2 with input as world("eks.services.k8s.aws/Cluster", {})
	logging := {"clusterLogging": [{"enabled": true, "types": ["audit"]}]}
	count(rule.findings) == 0 with input as world("eks.services.k8s.aws/Cluster", {"logging": logging, "resourcesVPCConfig": {"publicAccessCIDRs": ["203.0.113.0/28"]}})
}

test_lists_of_everybody if {
	count(rule.findings) == 1 with input as world("container.cnrm.cloud.google.com/ContainerCluster", {"masterAuthorizedNetworksConfig": {"cidrBlocks": [{"cidrBlock": "0.0.0.0/0"}]}})
	count(rule.findings) == 0 with input as world("container.cnrm.cloud.google.com/ContainerCluster", {"masterAuthorizedNetworksConfig": {"cidrBlocks": [{"cidrBlock": "203.0.113.0/28"}]}})
}
