# METADATA
# title: Pod shares a namespace of its node
# description: No pod may use its node's network, process or IPC namespace.
# custom:
#   id: SEC-002
#   aliases: [SEC-003, SEC-004]
#   family: security
#   severity: high
#   scope: target
#   standards: [PSS baseline, CIS 5.2.3, CIS 5.2.4, CIS 5.2.5, NSA C-0038, NSA C-0041]
#   covers: {threats: [privilege, isolation], families: [workloads]}
#   rationale: |
#     A pod in its node's network listens on the node's addresses, reaches everything the node reaches (often the cloud's metadata
#     service with its credentials) and bypasses every NetworkPolicy. With the node's processes it can read the environment of every
#     other pod there.
#   remediation: Remove `hostNetwork`, `hostPID` and `hostIPC`, and expose ports through a Service.
#   since: 0.1.0
package altostrata.rules.security.host_namespaces

considered := count(input.pods)

findings contains {"path": array.concat(pod.path, [key]), "message": message} if {
	some pod in input.pods
	some key, what in {"hostNetwork": "the network", "hostPID": "the processes", "hostIPC": "the interprocess communication"}
	pod.spec[key] == true
	message := $"the pod uses {what} of its node ({key}), which bypasses network policies and isolation"
}
