# METADATA
# title: Container without a disk limit
# description: Every container must limit its `ephemeral-storage`, itself or by the default of its namespace.
# custom:
#   id: SEC-039
#   aliases: []
#   family: security
#   severity: low
#   scope: target
#   standards: []
#   covers: {threats: [availability], families: [workloads]}
#   rationale: |
#     Logs, the writable layer and scratch volumes lie on the node's own disk, which all its pods share. A container without a limit
#     that writes in a loop brings the node under disk pressure, and the kubelet then evicts pods of others. A LimitRange that gives
#     containers a default limit is as good as a limit of their own.
#   remediation: Set `resources.limits.ephemeral-storage`, which counts the writable layer, logs and emptyDir volumes.
#   since: 0.1.0
package altostrata.rules.security.unlimited_disk

import data.altostrata.lib.objects
import data.altostrata.lib.workloads

considered := count(input.containers)

findings contains {"path": workloads.inside(container, ["resources", "limits", "ephemeral-storage"]), "message": message, "missing": "LimitRange"} if {
	some container in input.containers
	container.type != "ephemeral"
	not limited(container)
	message := $"{workloads.title(container)} may fill the disk of its node with logs and files, and then every pod there is evicted"
}

limited(container) if container.spec.resources.limits["ephemeral-storage"]

limited(container) if input.pods[container.pod].namespace in defaults

# Namespaces in which a container that says nothing gets a limit.
defaults contains input.resources[index].namespace if {
	some index in objects.of_kind("LimitRange")
	some limit in input.resources[index].object.spec.limits
	limit.type == "Container"
	limit["default"]["ephemeral-storage"]
}
