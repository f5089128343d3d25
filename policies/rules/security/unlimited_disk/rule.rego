# METADATA
# title: Container without a disk limit
# description: Every container must limit its `ephemeral-storage`, directly or through its namespace's default.
# custom:
#   id: SEC-039
#   aliases: []
#   family: security
#   severity: low
#   scope: target
#   standards: []
#   covers: {threats: [availability], families: [workloads]}
#   rationale: |
#     Logs, the writable layer and scratch volumes use the node's disk, which all its pods share. A container without a limit that
#     writes in a loop causes disk pressure, and the kubelet then evicts other pods. A default limit from a LimitRange is enough.
#   remediation: Set `resources.limits.ephemeral-storage`, which covers the writable layer, logs and emptyDir volumes.
#   since: 0.1.0
package altostrata.rules.security.unlimited_disk

import data.altostrata.lib.objects
import data.altostrata.lib.workloads

considered := count(input.containers)

findings contains {"path": workloads.inside(container, ["resources", "limits", "ephemeral-storage"]), "message": message, "missing": "LimitRange"} if {
	some container in input.containers
	container.type != "ephemeral"
	not limited(container)
	message := $"{workloads.title(container)} has no disk limit: it can fill its node's disk and cause evictions of all pods there"
}

limited(container) if container.spec.resources.limits["ephemeral-storage"]

limited(container) if input.pods[container.pod].namespace in defaults

# Namespaces with a default limit for containers.
defaults contains input.resources[index].namespace if {
	some index in objects.of_kind("LimitRange")
	some limit in input.resources[index].object.spec.limits
	limit.type == "Container"
	limit["default"]["ephemeral-storage"]
}
