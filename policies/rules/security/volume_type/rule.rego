# METADATA
# title: Volume type not allowed
# description: A pod may mount only volumes of the types that the restricted Pod Security Standard lists.
# custom:
#   id: SEC-025
#   aliases: []
#   family: security
#   severity: low
#   scope: target
#   standards: [PSS restricted]
#   covers: {threats: [isolation, rest], families: [workloads]}
#   rationale: |
#     A volume named by its server or disk goes past the storage classes: nobody sees whether it is encrypted, in which zone it lies
#     and who else mounts it.
#   remediation: Use a persistentVolumeClaim with a class of the target.
#   since: 0.1.0
package altostrata.rules.security.volume_type

considered := count(input.pods)

restricted := {"configMap", "csi", "downwardAPI", "emptyDir", "ephemeral", "image", "persistentVolumeClaim", "projected", "secret"}

findings contains {"path": array.concat(pod.path, ["volumes", position, type]), "message": message} if {
	some pod in input.pods
	some position, volume in pod.spec.volumes
	some type, _ in volume

	# A path of the node is a finding of its own.
	not type in (restricted | {"name", "hostPath"})
	message := $"{pod.kind}/{pod.name} mounts {volume.name} as {type}, past the storage classes of its target"
}
