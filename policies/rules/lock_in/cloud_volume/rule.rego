# METADATA
# title: Cloud-specific volume type
# description: No pod may mount one of the cloud volume types that are built into Kubernetes.
# custom:
#   id: LCK-041
#   aliases: []
#   family: lock-in
#   severity: high
#   scope: target
#   standards: []
#   rationale: |
#     These types name a disk by its id in one account of one cloud, and Kubernetes is removing them one by one. A claim requests
#     storage and lets each target provide it.
#   remediation: Use a PersistentVolumeClaim.
#   since: 0.1.0
package altostrata.rules.lock_in.cloud_volume

considered := count(input.pods)

cloud_types := {"awsElasticBlockStore", "azureDisk", "azureFile", "gcePersistentDisk", "vsphereVolume", "cinder", "portworxVolume"}

findings contains {"path": array.concat(pod.path, ["volumes", index, type]), "message": message} if {
	some pod in input.pods
	some index, volume in pod.spec.volumes
	some type, _ in volume
	type in cloud_types
	message := $"volume {volume.name} names a disk in one cloud by its id ({type}), so the pod cannot run elsewhere"
}
