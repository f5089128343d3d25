# METADATA
# title: Serving container has no readiness probe
# description: A container that a Service sends traffic to must say when it is ready.
# custom:
#   id: SEC-040
#   aliases: []
#   family: security
#   severity: low
#   scope: target
#   standards: [NSA C-0018]
#   covers: {threats: [availability], families: [workloads]}
#   remediation: Add a `readinessProbe` that fails until the program can answer.
#   since: 0.1.0
package altostrata.rules.security.probes

import data.altostrata.lib.workloads

considered := count([container | some container in input.containers; serves(container)])

findings contains {"path": path, "message": message} if {
	some container in input.containers
	serves(container)
	not container.spec.readinessProbe
	path := workloads.inside(container, ["readinessProbe"])
	message := $"{workloads.title(container)} gets traffic from a Service, and nothing tells whether it can answer"
}

serves(container) if {
	container.type == "container"
	count(container.spec.ports) > 0
	count(input.pods[container.pod].selectedBy.services) > 0
}
