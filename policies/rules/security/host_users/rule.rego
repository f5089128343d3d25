# METADATA
# title: Pod shares its node's user namespace
# description: Where the target's Kubernetes has user namespaces for good, every pod must have users of its own (`hostUsers` false).
# custom:
#   id: SEC-030
#   aliases: []
#   family: security
#   severity: low
#   scope: target
#   standards: []
#   covers: {threats: [isolation, privilege], families: [workloads]}
#   rationale: |
#     Without `hostUsers: false` user 0 in a container is user 0 of the node, kept in by nothing but the container's isolation. With it
#     the kernel maps the pod's users to numbers that nobody on the node has: several escapes of recent years did not work against such
#     pods, and capabilities count inside the pod only.
#
#     User namespaces are beta and switched on since Kubernetes 1.33, and stable and always on since 1.36
#     ([KEP-127](https://github.com/kubernetes/enhancements/pull/5847)); the rule asks for them from 1.36 on, by the version of the
#     target. They also need Linux 6.3 and a runtime that maps users on the nodes, which no file of the estate declares: where nodes lack
#     them the kubelet refuses the pod, so waive the rule for that target until they are new enough. Volumes must be of a file system
#     that can be mapped (ext4, xfs, tmpfs and most others; not NFS). A pod that shares another namespace of its node (SEC-002) cannot
#     have users of its own before it stops sharing.
#   remediation: Set `hostUsers` to false in the pod's spec; its nodes need Linux 6.3 and a container runtime that maps users (containerd 2.0, CRI-O 1.25).
#   since: 0.1.0
#   parameters:
#     minor:
#       description: Minor version of Kubernetes 1 from which on a pod must have users of its own; they are stable, and can no longer be switched off, since 1.36.
#       type: integer
#       minimum: 30
#       default: 36
package altostrata.rules.security.host_users

considered := count(able)

# Pods that could have users of their own.
able contains position if {
	to_number(split(input.target.kubernetes.version, ".")[1]) >= input.parameters["SEC-030"].minor
	some position, pod in input.pods
	object.get(pod.spec, ["os", "name"], "linux") == "linux"
}

findings contains {"path": array.concat(pod.path, ["hostUsers"]), "message": message} if {
	some position in able
	pod := input.pods[position]
	object.get(pod.spec, "hostUsers", true) == true
	message := $"{pod.kind}/{pod.name} has the users of its node: what breaks out is the same user there, and root is root"
}
