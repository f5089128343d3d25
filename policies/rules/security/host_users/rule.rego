# METADATA
# title: Pod shares the users of its node
# description: Where the target's Kubernetes has user namespaces for good, every pod must have users of its own (`hostUsers` false).
# custom:
#   id: SEC-030
#   aliases: []
#   family: security
#   severity: low
#   scope: target
#   standards: []
#   covers: {threats: [isolation, privilege], families: [workloads]}
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
