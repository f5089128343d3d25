package altostrata.rules.security.unencrypted_storage_test

import data.altostrata.lib.testing
import data.altostrata.rules.security.unencrypted_storage as rule

test_documents if {
	count(rule.findings) == 1 with input as testing.with_objects([["documentdb.services.k8s.aws/DBCluster", {"spec": {}}]])
}

test_classes if {
	count(rule.findings) == 1 with input as testing.with_objects([["storage.k8s.io/StorageClass", {"provisioner": "ebs.csi.aws.com"}]])
	count(rule.findings) == 0 with input as testing.with_objects([["storage.k8s.io/StorageClass", {"provisioner": "ebs.csi.aws.com", "parameters": {"encrypted": "true"}}]])
	count(rule.findings) == 0 with input as testing.with_objects([["storage.k8s.io/StorageClass", {"provisioner": "disk.csi.azure.com"}]])
	rule.considered == 1 with input as testing.with_objects([["storage.k8s.io/StorageClass", {}]])
}
