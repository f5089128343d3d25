# METADATA
# title: Containers share process or pod state
# description: A pod may not share its process namespace, and may not override DNS names.
# custom:
#   id: SEC-029
#   aliases: [SEC-028]
#   family: security
#   severity: medium
#   scope: target
#   standards: []
#   covers: {threats: [isolation], families: [workloads]}
#   rationale: |
#     With a shared process namespace, a sidecar can read the memory, environment and files of the main container. A name fixed in
#     the pod keeps its old address after a change, for example after a failover.
#   remediation: Remove `shareProcessNamespace` and `hostAliases`, and define names through a Service or DNS.
#   since: 0.1.0
package altostrata.rules.security.shared_pod_state

considered := count(input.pods)

findings contains {"path": array.concat(pod.path, ["shareProcessNamespace"]), "message": message} if {
	some pod in input.pods
	pod.spec.shareProcessNamespace == true
	message := $"each container of {pod.kind}/{pod.name} can see the processes, environment and files of the others"
}

findings contains {"path": array.concat(pod.path, ["hostAliases", position]), "message": message} if {
	some pod in input.pods
	some position, alias in pod.spec.hostAliases
	message := $"{pod.kind}/{pod.name} maps names to {alias.ip} without DNS, so no record shows it"
}
