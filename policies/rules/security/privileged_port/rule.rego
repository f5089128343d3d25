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
#     Low ports are a common reason to grant root or NET_BIND_SERVICE, and no container needs them: the Service can expose any port.
#     A shell in a container is an entry point that no audit log shows.
#   remediation: Let the program listen on port 1024 or above and map it in the Service. Access containers through the API server, not SSH.
#   since: 0.1.0
#   parameters:
#     shellPorts:
#       description: Ports above 1023 that shells usually use.
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
	message := $"{workloads.title(container)} listens on port {port.containerPort}, which requires a capability or root"
}

findings contains {"path": workloads.inside(container, ["ports", position, "containerPort"]), "message": message, "detail": "shell"} if {
	some container in input.containers
	some position, port in container.spec.ports
	port.containerPort in input.parameters["SEC-031"].shellPorts
	message := $"{workloads.title(container)} exposes a shell on port {port.containerPort}, bypassing the API server and its audit log"
}
