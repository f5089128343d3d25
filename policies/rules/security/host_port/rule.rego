# METADATA
# title: Container uses a host port
# description: No container may listen on a port of its node.
# custom:
#   id: SEC-024
#   aliases: []
#   family: security
#   severity: medium
#   scope: target
#   standards: [PSS baseline, CIS 5.2.13, NSA C-0044]
#   covers: {threats: [exposure], families: [workloads]}
#   rationale: |
#     The port is open on the node's address, without a Service, gateway or network policy in front of it. It also limits the
#     workload to one pod per node, so after updates or node failures some pods cannot start.
#   remediation: Remove `hostPort` and expose the port through a Service.
#   since: 0.1.0
package altostrata.rules.security.host_port

import data.altostrata.lib.workloads

considered := count(input.containers)

findings contains {"path": path, "message": message} if {
	some container in input.containers
	some index, port in container.spec.ports
	port.hostPort > 0
	path := workloads.inside(container, ["ports", index, "hostPort"])
	message := $"{workloads.title(container)} opens port {port.hostPort} on its node, bypassing Services and network policies"
}
