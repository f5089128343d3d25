# METADATA
# title: User or group ID overlaps with the node's
# description: The users and groups of a container must be numbers that no account of a node has, unless the pod has users of its own.
# custom:
#   id: SEC-009
#   aliases: []
#   family: security
#   severity: low
#   scope: target
#   standards: []
#   covers: {threats: [privilege], families: [workloads]}
#   rationale: |
#     A process in a container has the same user number as outside of it. Numbers below 10000 are those that distributions give to
#     their own accounts: a program that breaks out with number 999 owns whatever account 999 of the node owns. With `hostUsers: false`
#     (SEC-030) the node maps the numbers, and none of them means anything outside.
#
#     What the image chooses is not known here: a container that names no user is judged by SEC-006 alone.
#   remediation: Set `runAsUser`, `runAsGroup` and `fsGroup` to a number from the floor on, or `hostUsers` to false where the target's Kubernetes has user namespaces.
#   since: 0.1.0
#   parameters:
#     floor:
#       description: Smallest number that a user or group may have; 0 is a finding of other rules.
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

# With users of its own, no number of the pod is one of the node.
on_the_node(pod) if object.get(pod.spec, "hostUsers", true) == true

low(number) if {
	number > 0
	number < floor
}
