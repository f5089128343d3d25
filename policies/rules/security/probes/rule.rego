# METADATA
# title: Serving container without a usable readiness probe
# description: A container that receives traffic from a Service needs a readiness probe that differs from its liveness probe.
# custom:
#   id: SEC-040
#   aliases: []
#   family: security
#   severity: low
#   scope: target
#   standards: [NSA C-0018]
#   covers: {threats: [availability], families: [workloads]}
#   rationale: |
#     Without the probe a pod gets traffic as soon as its process exists. Every rollout and restart then drops requests, and a broken
#     release silently replaces the working one.
#   remediation: Add a `readinessProbe` that fails until the program can serve requests, and make the `livenessProbe` more tolerant.
#   since: 0.1.0
package altostrata.rules.security.probes

import data.altostrata.lib.workloads

considered := count([container | some container in input.containers; serves(container)])

findings contains {"path": path, "message": message} if {
	some container in input.containers
	serves(container)
	not container.spec.readinessProbe
	path := workloads.inside(container, ["readinessProbe"])
	message := $"{workloads.title(container)} receives traffic from a Service but has no readiness probe"
}

findings contains {"path": workloads.inside(container, ["livenessProbe"]), "message": message} if {
	some container in input.containers
	serves(container)
	container.spec.livenessProbe == container.spec.readinessProbe
	message := $"{workloads.title(container)} is restarted as soon as it is busy: its liveness and readiness probes are identical"
}

serves(container) if {
	lasting(container)
	some service in input.pods[container.pod].selectedBy.services
	spec := input.resources[service].object.spec

	# A Service that publishes unready pods ignores the probe.
	object.get(spec, "publishNotReadyAddresses", false) == false
	some offered in spec.ports
	some port in container.spec.ports
	object.get(offered, "targetPort", offered.port) in {port.containerPort, object.get(port, "name", null)}
}

lasting(container) if container.type == "container"

# A sidecar starts before the other containers and runs beside them.
lasting(container) if {
	container.type == "init"
	container.spec.restartPolicy == "Always"
}
