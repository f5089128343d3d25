# METADATA
# title: Volume type not allowed
# description: A pod may mount only volume types that the restricted Pod Security Standard allows.
# custom:
#   id: SEC-025
#   aliases: []
#   family: security
#   severity: low
#   scope: target
#   standards: [PSS restricted]
#   covers: {threats: [isolation, rest], families: [workloads]}
#   rationale: |
#     A volume that names its server or disk bypasses the storage classes. Its encryption, its zone and its other users are then
#     unknown.
#   remediation: Use a persistentVolumeClaim with a class of the target.
#   since: 0.1.0
package altostrata.rules.security.volume_type

considered := count(input.pods)

restricted := {"configMap", "csi", "downwardAPI", "emptyDir", "ephemeral", "image", "persistentVolumeClaim", "projected", "secret"}

findings contains {"path": array.concat(pod.path, ["volumes", position, type]), "message": message} if {
	some pod in input.pods
	some position, volume in pod.spec.volumes
	some type, _ in volume

	# Another rule reports hostPath.
	not type in (restricted | {"name", "hostPath"})
	message := $"{pod.kind}/{pod.name} mounts {volume.name} as {type}, bypassing its target's storage classes"
}
