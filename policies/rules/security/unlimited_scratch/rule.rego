# METADATA
# title: Scratch volume without a limit
# description: An emptyDir must set a size limit.
# custom:
#   id: SEC-036
#   aliases: []
#   family: security
#   severity: low
#   scope: target
#   standards: []
#   covers: {threats: [availability], families: [workloads]}
#   rationale: |
#     A scratch volume uses the node's disk or memory. Without a limit, one program that logs too much takes down other pods.
#   remediation: Set `sizeLimit` of the emptyDir.
#   since: 0.1.0
package altostrata.rules.security.unlimited_scratch

considered := count(input.pods)

findings contains {"path": array.concat(pod.path, ["volumes", position, "emptyDir", "sizeLimit"]), "message": message} if {
	some pod in input.pods
	some position, volume in pod.spec.volumes
	is_object(volume.emptyDir)

	# A limit of 0 means no limit.
	object.get(volume.emptyDir, "sizeLimit", "") in {"", "0", 0}
	message := $"{pod.kind}/{pod.name} can fill its node's disk through {volume.name} and cause evictions of all pods there"
}

# A volume without a type is an emptyDir.
findings contains {"path": array.concat(pod.path, ["volumes", position]), "message": message} if {
	some pod in input.pods
	some position, volume in pod.spec.volumes
	count([type | some type, source in volume; type != "name"; source != null]) == 0
	message := $"{pod.kind}/{pod.name} can fill its node's disk through {volume.name}: a volume without a type is an emptyDir"
}
