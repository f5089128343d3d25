# METADATA
# title: Containers share process or pod state
# description: A pod may not share its process namespace, and may not overrule names of the DNS.
# custom:
#   id: SEC-029
#   aliases: [SEC-028]
#   family: security
#   severity: medium
#   scope: target
#   standards: []
#   covers: {threats: [isolation], families: [workloads]}
#   rationale: |
#     With one process namespace, a side container reads the memory, environment and files of the main one. And a name that is fixed
#     in the pod stays when the address moves, for example at a failover.
#   remediation: Remove `shareProcessNamespace` and `hostAliases`; give names by a Service or the DNS.
#   since: 0.1.0
package altostrata.rules.security.shared_pod_state

considered := count(input.pods)

findings contains {"path": array.concat(pod.path, ["shareProcessNamespace"]), "message": message} if {
	some pod in input.pods
	pod.spec.shareProcessNamespace == true
	message := $"each container of {pod.kind}/{pod.name} sees the processes, environments and files of the others"
}

findings contains {"path": array.concat(pod.path, ["hostAliases", position]), "message": message} if {
	some pod in input.pods
	some position, alias in pod.spec.hostAliases
	message := $"{pod.kind}/{pod.name} sends names to {alias.ip} past the DNS, where no record shows it"
}
