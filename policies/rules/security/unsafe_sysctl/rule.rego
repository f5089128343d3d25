# METADATA
# title: Unsafe kernel parameter
# description: A pod may set only kernel parameters that apply to the pod alone.
# custom:
#   id: SEC-019
#   aliases: []
#   family: security
#   severity: medium
#   scope: target
#   standards: [PSS baseline]
#   covers: {threats: [isolation], families: [workloads]}
#   rationale: |
#     Most kernel parameters have no namespace: a pod's value applies to the whole node, and a wrong value takes down all its pods.
#     Safe parameters apply to the pod only.
#   remediation: Remove the entry from `sysctls`, or set it on the nodes that need it.
#   since: 0.1.0
#   parameters:
#     safe:
#       description: Kernel parameters that a pod may set.
#       type: array
#       items: { type: string }
#       default: [kernel.shm_rmid_forced, net.ipv4.ip_local_port_range, net.ipv4.ip_local_reserved_ports, net.ipv4.ip_unprivileged_port_start, net.ipv4.ping_group_range, net.ipv4.tcp_fin_timeout, net.ipv4.tcp_keepalive_intvl, net.ipv4.tcp_keepalive_probes, net.ipv4.tcp_keepalive_time, net.ipv4.tcp_rmem, net.ipv4.tcp_syncookies, net.ipv4.tcp_wmem]
package altostrata.rules.security.unsafe_sysctl

considered := count(input.pods)

findings contains {"path": array.concat(pod.path, ["securityContext", "sysctls", position, "name"]), "message": message} if {
	some pod in input.pods
	some position, entry in pod.spec.securityContext.sysctls
	not entry.name in input.parameters["SEC-019"].safe
	message := $"{pod.kind}/{pod.name} sets {entry.name}, which can affect every other pod on the node"
}
