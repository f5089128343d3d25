# METADATA
# title: Pod mounts the node's file system
# description: No pod may mount a path of its node; a container runtime's socket least of all.
# custom:
#   id: SEC-021
#   aliases: [SEC-022, SEC-023]
#   family: security
#   severity: critical
#   scope: target
#   standards: [PSS baseline, CIS 5.2.12, NSA C-0048, NSA C-0074]
#   covers: {threats: [isolation], families: [workloads]}
#   remediation: Use a PersistentVolumeClaim, an emptyDir or a projected volume instead of `hostPath`.
#   since: 0.1.0
package altostrata.rules.security.host_path

considered := count(input.pods)

findings contains {"path": array.concat(pod.path, ["volumes", index, "hostPath"]), "message": message} if {
	some pod in input.pods
	some index, volume in pod.spec.volumes
	is_object(volume.hostPath)
	path := object.get(volume, ["hostPath", "path"], "")
	message := $"volume {volume.name} mounts {path} of the node: files of the node and of other pods are in reach"
}
