# METADATA
# title: Container listens on a privileged port
# description: A container must listen on ports from 1024 on, and never for SSH.
# custom:
#   id: SEC-031
#   aliases: [SEC-032]
#   family: security
#   severity: low
#   scope: target
#   standards: [NSA C-0042]
#   covers: {threats: [privilege, exposure], families: [workloads]}
#   rationale: |
#     Low ports are what root or NET_BIND_SERVICE is given for, and nothing in a container needs them: the Service can offer any port.
#     A shell in a container is a way in that no audit log shows.
#   remediation: Let the program listen on a port from 1024 on and map it in the Service; reach containers by the API server, not by SSH.
#   since: 0.1.0
#   parameters:
#     shellPorts:
#       description: Ports from 1024 on where a shell usually listens.
#       type: array
#       items: { type: integer }
#       default: [2222, 22222]
package altostrata.rules.security.privileged_port

import data.altostrata.lib.workloads

considered := count(input.containers)

findings contains {"path": workloads.inside(container, ["ports", position, "containerPort"]), "message": message} if {
	some container in input.containers
	some position, port in container.spec.ports
	port.containerPort < 1024
	message := $"{workloads.title(container)} listens on port {port.containerPort}, for which it needs a capability or root"
}

findings contains {"path": workloads.inside(container, ["ports", position, "containerPort"]), "message": message, "detail": "shell"} if {
	some container in input.containers
	some position, port in container.spec.ports
	port.containerPort in input.parameters["SEC-031"].shellPorts
	message := $"{workloads.title(container)} offers a shell on port {port.containerPort}, past the API server and its log"
}
