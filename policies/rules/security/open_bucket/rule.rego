# METADATA
# title: Public or unversioned bucket
# description: A bucket must block public access and keep old versions of its objects.
# custom:
#   id: SEC-137
#   aliases: []
#   family: security
#   severity: high
#   scope: target
#   standards: []
#   covers: {threats: [exposure, loss], families: [cloud]}
#   rationale: |
#     A change elsewhere can make a bucket public unless the bucket itself blocks that. Without versioning, anyone who can write to
#     the bucket can destroy the backups in it, which is what extortion relies on.
#   remediation: Block public access, and enable versioning or a retention lock.
#   since: 0.1.0
package altostrata.rules.security.open_bucket

import data.altostrata.lib.objects
import data.altostrata.lib.policies

aws := objects.of_kind("s3.services.k8s.aws/Bucket")

google := objects.of_kind("storage.cnrm.cloud.google.com/StorageBucket")

azure := objects.of_kind("storage.azure.com/StorageAccount")

considered := (count(aws) + count(google)) + count(azure)

blocks := ["blockPublicACLs", "blockPublicPolicy", "ignorePublicACLs", "restrictPublicBuckets"]

findings contains {"path": objects.inside(index, ["spec", "publicAccessBlock"]), "message": message} if {
	some index in aws
	block := object.get(input.resources[index].object.spec, "publicAccessBlock", {})
	open := [key | some key in blocks; object.get(block, key, false) == false]
	count(open) > 0
	message := $"{input.resources[index].id} can be made public: {concat(", ", open)} not set"
}

findings contains {"path": objects.inside(index, ["spec", "publicAccessPrevention"]), "message": message} if {
	some index in google
	object.get(input.resources[index].object.spec, "publicAccessPrevention", "inherited") != "enforced"
	message := $"{input.resources[index].id} can be made public: publicAccessPrevention is not enforced"
}

findings contains {"path": objects.inside(index, ["spec", "allowBlobPublicAccess"]), "message": message} if {
	some index in azure
	object.get(input.resources[index].object.spec, "allowBlobPublicAccess", false) == true
	message := $"{input.resources[index].id} may hold public containers"
}

findings contains {"path": objects.inside(index, ["spec", "versioning"]), "message": message} if {
	some index in aws
	object.get(input.resources[index].object.spec, ["versioning", "status"], "") != "Enabled"
	message := forgets(index)
}

findings contains {"path": objects.inside(index, ["spec", "versioning"]), "message": message} if {
	some index in google
	spec := input.resources[index].object.spec
	object.get(spec, ["versioning", "enabled"], false) == false
	object.get(spec, "retentionPolicy", null) == null
	message := forgets(index)
}

forgets(index) := $"{input.resources[index].id} keeps no old versions, so overwritten or deleted data is lost"

findings contains {"path": objects.inside(index, ["spec", "acl"]), "message": message} if {
	some index in aws
	acl := input.resources[index].object.spec.acl
	startswith(acl, "public-")
	message := $"{input.resources[index].id} is public through its ACL: {acl}"
}

findings contains {"path": objects.inside(index, ["spec", "policy"]), "message": message} if {
	some index in aws
	some statement in policies.statements(input.resources[index].object.spec.policy)
	policies.for_everybody(statement)
	message := $"{input.resources[index].id} is public through its policy"
}
