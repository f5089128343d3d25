# METADATA
# title: Serving container without a usable readiness probe
# description: A container that a Service sends traffic to must say when it is ready, by another probe than the one that restarts it.
# custom:
#   id: SEC-040
#   aliases: []
#   family: security
#   severity: low
#   scope: target
#   standards: [NSA C-0018]
#   covers: {threats: [availability], families: [workloads]}
#   rationale: |
#     Without the probe a pod gets traffic from the moment its process exists, so every rollout and every restart drops requests,
#     and a broken release replaces the working one without anything noticing.
#   remediation: Add a `readinessProbe` that fails until the program can answer, and let the `livenessProbe` be more patient.
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

findings contains {"path": workloads.inside(container, ["livenessProbe"]), "message": message} if {
	some container in input.containers
	serves(container)
	container.spec.livenessProbe == container.spec.readinessProbe
	message := $"{workloads.title(container)} is restarted as soon as it is busy: both its probes ask the same, as often"
}

serves(container) if {
	lasting(container)
	some service in input.pods[container.pod].selectedBy.services
	spec := input.resources[service].object.spec

	# A Service that names pods whether they are ready or not does not ask.
	object.get(spec, "publishNotReadyAddresses", false) == false
	some offered in spec.ports
	some port in container.spec.ports
	object.get(offered, "targetPort", offered.port) in {port.containerPort, object.get(port, "name", null)}
}

lasting(container) if container.type == "container"

# A side container: it starts before the others and runs beside them.
lasting(container) if {
	container.type == "init"
	container.spec.restartPolicy == "Always"
}
