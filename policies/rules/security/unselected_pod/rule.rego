# METADATA
# title: Pod without a network policy
# description: A NetworkPolicy must select each workload.
# custom:
#   id: SEC-081
#   aliases: []
#   family: security
#   severity: medium
#   scope: target
#   standards: [NSA C-0054]
#   covers: {threats: [isolation], families: [workloads, network]}
#   rationale: |
#     A pod without a policy can reach the whole network. An attacker elsewhere can reach it next, and the other policies do not show
#     this.
#   remediation: Declare the flows of the component. The policy is rendered from them.
#   since: 0.1.0
package altostrata.rules.security.unselected_pod

considered := count(input.pods)

findings contains {"path": ["resources", pod.resource, "object"], "message": message, "missing": "networking.k8s.io/NetworkPolicy"} if {
	some pod in input.pods
	count(pod.selectedBy.networkPolicies) == 0
	message := $"no NetworkPolicy selects {pod.kind}/{pod.name}, so it accepts and sends any traffic"
}
