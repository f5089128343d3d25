# METADATA
# title: Pod without a network policy
# description: Each workload must be selected by a NetworkPolicy.
# custom:
#   id: SEC-081
#   aliases: []
#   family: security
#   severity: medium
#   scope: target
#   standards: [NSA C-0054]
#   covers: {threats: [isolation], families: [workloads, network]}
#   rationale: |
#     A pod without a policy can talk to the whole network. After a break-in anywhere it is the next victim, and
#     the other policies do not show it.
#   remediation: Declare the flows of the component, from which the policy is made.
#   since: 0.1.0
package altostrata.rules.security.unselected_pod

considered := count(input.pods)

findings contains {"path": ["resources", pod.resource, "object"], "message": message, "missing": "networking.k8s.io/NetworkPolicy"} if {
	some pod in input.pods
	count(pod.selectedBy.networkPolicies) == 0
	message := $"everything may talk to {pod.kind}/{pod.name}, and it to everything: no NetworkPolicy selects it"
}
