# METADATA
# title: Pod shares its node's user namespace
# description: Every pod must have its own users (`hostUsers` false) on targets whose Kubernetes version always enables user namespaces.
# custom:
#   id: SEC-030
#   aliases: []
#   family: security
#   severity: low
#   scope: target
#   standards: []
#   covers: {threats: [isolation, privilege], families: [workloads]}
#   rationale: |
#     Without `hostUsers: false`, user 0 in a container is user 0 on the node, confined only by the container's isolation. With it,
#     the kernel maps the pod's users to ids that no account on the node has. Several recent escapes fail against such pods, and
#     capabilities apply only inside the pod.
#
#     User namespaces are beta and enabled since Kubernetes 1.33, and stable and always enabled since 1.36
#     ([KEP-127](https://github.com/kubernetes/enhancements/pull/5847)). The rule requires them from 1.36 on, by the target's
#     version. Nodes also need Linux 6.3 and a runtime that maps users, which no file of the estate declares. On other nodes the
#     kubelet refuses the pod, so waive the rule for that target until its nodes are new enough. Volumes need a file system that
#     supports mapping (ext4, xfs, tmpfs and most others; not NFS). A pod that shares another node namespace (SEC-002) cannot have
#     its own users until it stops sharing.
#   remediation: Set `hostUsers` to false in the pod's spec. Its nodes need Linux 6.3 and a container runtime that maps users (containerd 2.0, CRI-O 1.25).
#   since: 0.1.0
#   parameters:
#     minor:
#       description: First minor version of Kubernetes 1 that requires `hostUsers` false. User namespaces are stable and always enabled since 1.36.
#       type: integer
#       minimum: 30
#       default: 36
package altostrata.rules.security.host_users

considered := count(able)

# Pods that can have their own users.
able contains position if {
	to_number(split(input.target.kubernetes.version, ".")[1]) >= input.parameters["SEC-030"].minor
	some position, pod in input.pods
	object.get(pod.spec, ["os", "name"], "linux") == "linux"
}

findings contains {"path": array.concat(pod.path, ["hostUsers"]), "message": message} if {
	some position in able
	pod := input.pods[position]
	object.get(pod.spec, "hostUsers", true) == true
	message := $"{pod.kind}/{pod.name} shares its node's users: a process that escapes is the same user there, including root"
}
