# METADATA
# title: Unencrypted storage
# description: Disks, databases and file systems must be encrypted at rest.
# custom:
#   id: SEC-131
#   aliases: []
#   family: security
#   severity: high
#   scope: target
#   standards: [NSA C-0264]
#   covers: {threats: [rest], families: [cloud]}
#   rationale: |
#     Snapshots, repairs or a removed disk create copies of the data. Encryption at rest makes those copies worthless.
#   remediation: Enable encryption. Most providers allow this only when the storage is created.
#   since: 0.1.0
package altostrata.rules.security.unencrypted_storage

import data.altostrata.lib.objects

considered := count(objects.of_kinds([kind | some kind, _ in encrypted_by])) + count(objects.of_kind("storage.k8s.io/StorageClass"))

# Kinds that are unencrypted by default, and the key that enables encryption.
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
	message := $"{input.resources[index].id} stores its data unencrypted, so a copy of the disk exposes the data"
}

findings contains {"path": objects.inside(index, ["parameters", "encrypted"]), "message": message} if {
	some index in objects.of_kind("storage.k8s.io/StorageClass")
	input.resources[index].object.provisioner == "ebs.csi.aws.com"
	lower(object.get(input.resources[index].object, ["parameters", "encrypted"], "false")) != "true"
	message := $"disks of {input.resources[index].id} are encrypted only if the account's default enables it"
}
