# METADATA
# title: User or group ID overlaps with the node's
# description: The user and group ids of a container must not collide with accounts of its node, unless the pod has its own users.
# custom:
#   id: SEC-009
#   aliases: []
#   family: security
#   severity: low
#   scope: target
#   standards: []
#   covers: {threats: [privilege], families: [workloads]}
#   rationale: |
#     A process in a container has the same user id as outside. Distributions give ids below 10000 to their own accounts: a program
#     that escapes with id 999 owns everything that account 999 of the node owns. With `hostUsers: false` (SEC-030) the node maps the
#     ids, and none of them means anything outside.
#
#     The user set in an image is unknown here. A container that sets no user is checked by SEC-006 only.
#   remediation: Set `runAsUser`, `runAsGroup` and `fsGroup` to ids at or above the floor, or set `hostUsers` to false where the target's Kubernetes supports user namespaces.
#   since: 0.1.0
#   parameters:
#     floor:
#       description: Smallest allowed user or group id. Other rules report id 0.
#       type: integer
#       minimum: 1
#       default: 10000
package altostrata.rules.security.low_identity

import data.altostrata.lib.workloads

considered := count(input.containers)

floor := input.parameters["SEC-009"].floor

findings contains {"path": workloads.inside(container, ["securityContext", key]), "message": message} if {
	some container in input.containers
	on_the_node(input.pods[container.pod])
	some key in ["runAsUser", "runAsGroup"]
	low(container.spec.securityContext[key])
	message := $"{workloads.title(container)} sets {key} to {container.spec.securityContext[key]}, which may be an account of its node"
}

findings contains {"path": array.concat(pod.path, ["securityContext", key]), "message": message} if {
	some pod in input.pods
	on_the_node(pod)
	some key in ["runAsUser", "runAsGroup", "fsGroup"]
	low(pod.spec.securityContext[key])
	message := $"{pod.kind}/{pod.name} sets {key} to {pod.spec.securityContext[key]}, which may be an account of its node"
}

findings contains {"path": array.concat(pod.path, ["securityContext", "supplementalGroups", position]), "message": message} if {
	some pod in input.pods
	on_the_node(pod)
	some position, group in pod.spec.securityContext.supplementalGroups
	low(group)
	message := $"{pod.kind}/{pod.name} joins group {group}, which may be one of its node"
}

# If the pod has its own users, none of its ids exists on the node.
on_the_node(pod) if object.get(pod.spec, "hostUsers", true) == true

low(number) if {
	number > 0
	number < floor
}
