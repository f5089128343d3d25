# METADATA
# title: Unencrypted storage
# description: Disks, databases and file systems must be encrypted where they lie.
# custom:
#   id: SEC-131
#   aliases: []
#   family: security
#   severity: high
#   scope: target
#   standards: [NSA C-0264]
#   covers: {threats: [rest], families: [cloud]}
#   rationale: |
#     Disks are copied by snapshots, by repairs, or by anyone who removes them from a rack. Encryption at rest makes the copy
#     worthless, and most providers offer it only at creation.
#   remediation: Switch encryption on; most providers can do so only when the storage is created.
#   since: 0.1.0
package altostrata.rules.security.unencrypted_storage

import data.altostrata.lib.objects

considered := count(objects.of_kinds([kind | some kind, _ in encrypted_by])) + count(objects.of_kind("storage.k8s.io/StorageClass"))

# Kinds that are not encrypted unless asked, and the key that asks.
encrypted_by := {
	"rds.services.k8s.aws/DBInstance": "storageEncrypted",
	"rds.services.k8s.aws/DBCluster": "storageEncrypted",
	"efs.services.k8s.aws/FileSystem": "encrypted",
	"documentdb.services.k8s.aws/DBCluster": "storageEncrypted",
	"elasticache.services.k8s.aws/ReplicationGroup": "atRestEncryptionEnabled",
}

findings contains {"path": objects.inside(index, ["spec", key]), "message": message} if {
	some kind, key in encrypted_by
	some index in objects.of_kind(kind)
	object.get(input.resources[index].object.spec, key, false) == false
	message := $"{input.resources[index].id} writes its data as it is: a copy of the disk is a copy of the data"
}

findings contains {"path": objects.inside(index, ["parameters", "encrypted"]), "message": message} if {
	some index in objects.of_kind("storage.k8s.io/StorageClass")
	input.resources[index].object.provisioner == "ebs.csi.aws.com"
	lower(object.get(input.resources[index].object, ["parameters", "encrypted"], "false")) != "true"
	message := $"disks of {input.resources[index].id} are encrypted only if the account happens to ask for it"
}
