package altostrata.rules.security.open_bucket_test

import data.altostrata.lib.testing
import data.altostrata.rules.security.open_bucket as rule

world(kind, spec) := testing.with_objects([[kind, {"spec": spec}]])

test_aws if {
	count(rule.findings) == 2 with input as world("s3.services.k8s.aws/Bucket", {})
	block := {"blockPublicACLs": true, "blockPublicPolicy": true, "ignorePublicACLs": true, "restrictPublicBuckets": true}
	count(rule.findings) == 0 with input as world("s3.services.k8s.aws/Bucket", {"publicAccessBlock": block, "versioning": {"status": "Enabled"}})
}

test_google_and_azure if {
	count(rule.findings) == 2 with input as world("storage.cnrm.cloud.google.com/StorageBucket", {})
	count(rule.findings) == 0 with input as world("storage.cnrm.cloud.google.com/StorageBucket", {"publicAccessPrevention": "enforced", "retentionPolicy": {"isLocked": true}})
	count(rule.findings) == 1 with input as world("storage.azure.com/StorageAccount", {"allowBlobPublicAccess": true})
	rule.considered == 1 with input as world("storage.azure.com/StorageAccount", {})
}

test_rights_of_aws if {
	closed := {"publicAccessBlock": {"blockPublicACLs": true, "blockPublicPolicy": true, "ignorePublicACLs": true, "restrictPublicBuckets": true}, "versioning": {"status": "Enabled"}}
	count(rule.findings) == 1 with input as world("s3.services.k8s.aws/Bucket", object.union(closed, {"acl": "public-read"}))
	count(rule.findings) == 1 with input as world("s3.services.k8s.aws/Bucket", object.union(closed, {"policy": json.marshal({"Statement": {"Effect": "Allow", "Principal": "*"}})}))
}
