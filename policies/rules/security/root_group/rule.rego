# METADATA
# title: Pod belongs to the root group
# description: No pod or container may run with group 0.
# custom:
#   id: SEC-008
#   aliases: []
#   family: security
#   severity: low
#   scope: target
#   standards: []
#   covers: {threats: [privilege], families: [workloads]}
#   rationale: |
#     Files of the root group are often writable in images, and on a mounted volume they belong to the node. A separate group costs
#     one number.
#   remediation: Remove group 0 from `runAsGroup`, `fsGroup` and `supplementalGroups`, and give the image its own group.
#   since: 0.1.0
package altostrata.rules.security.root_group

import data.altostrata.lib.workloads

considered := count(input.containers)

findings contains {"path": workloads.inside(container, ["securityContext", "runAsGroup"]), "message": message} if {
	some container in input.containers
	container.spec.securityContext.runAsGroup == 0
	message := $"{workloads.title(container)} runs with the root group"
}

findings contains {"path": array.concat(pod.path, ["securityContext", key]), "message": message} if {
	some pod in input.pods
	some key in ["runAsGroup", "fsGroup"]
	pod.spec.securityContext[key] == 0
	message := $"{pod.kind}/{pod.name} sets {key} to the root group"
}

findings contains {"path": array.concat(pod.path, ["securityContext", "supplementalGroups", position]), "message": message} if {
	some pod in input.pods
	some position, group in pod.spec.securityContext.supplementalGroups
	group == 0
	message := $"{pod.kind}/{pod.name} joins the root group"
}
