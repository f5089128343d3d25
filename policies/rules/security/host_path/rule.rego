# METADATA
# title: Pod mounts the node's file system
# description: No pod may mount a path of its node, least of all the socket of a container runtime.
# custom:
#   id: SEC-021
#   aliases: [SEC-022, SEC-023]
#   family: security
#   severity: critical
#   scope: target
#   standards: [PSS baseline, CIS 5.2.12, NSA C-0048, NSA C-0074]
#   covers: {threats: [isolation], families: [workloads]}
#   rationale: |
#     Anyone who can write to a node's files can run code there. Anyone who can read them finds the credentials of all pods on that
#     node. A mounted socket of the container runtime equals root on the node, even when mounted read-only.
#   remediation: Use a PersistentVolumeClaim, an emptyDir or a projected volume instead of `hostPath`.
#   since: 0.1.0
package altostrata.rules.security.host_path

import data.altostrata.lib.objects

considered := count(input.pods) + count(objects.of_kind("PersistentVolume"))

findings contains {"path": array.concat(pod.path, ["volumes", index, "hostPath"]), "message": message} if {
	some pod in input.pods
	some index, volume in pod.spec.volumes
	is_object(volume.hostPath)
	path := object.get(volume, ["hostPath", "path"], "")
	message := $"volume {volume.name} mounts {path} of the node, which exposes files of the node and of other pods"
}

# A claim of such a volume mounts the path without naming it.
findings contains {"path": objects.inside(index, ["spec", type]), "message": message} if {
	some index in objects.of_kind("PersistentVolume")
	some type in ["hostPath", "local"]
	is_object(input.resources[index].object.spec[type])
	path := object.get(input.resources[index].object.spec, [type, "path"], "")
	message := $"{input.resources[index].id} is {path} of a node: any pod that claims it can reach the node's files"
}
