package altostrata.rules.security.open_bucket_test

import data.altostrata.lib.testing
import data.altostrata.rules.security.open_bucket as rule

world(kind, spec) := testing.with_objects([[kind, {"spec": spec}]])

test_google_and_azure if {
	count(rule.findings) == 2 with input as world("storage.cnrm.cloud.google.com/StorageBucket", {})
	count(rule.findings) == 0 with input as world("storage.cnrm.cloud.google.com/StorageBucket", {"publicAccessPrevention": "enforced", "retentionPolicy": {"isLocked": true}})
	count(rule.findings) == 1 with input as world("storage.azure.com/StorageAccount", {"allowBlobPublicAccess": true})
	rule.considered == 1 with input as world("storage.azure.com/StorageAccount", {})
}
