# METADATA
# title: Workload without a usable disruption budget
# description: A workload with several replicas needs a PodDisruptionBudget that allows at least one disruption.
# custom:
#   id: SEC-150
#   aliases: []
#   family: security
#   severity: medium
#   scope: target
#   standards: []
#   covers: {threats: [availability], families: [workloads, operations]}
#   rationale: |
#     Providers drain nodes for updates, often several at once. Without a budget all replicas may be evicted together. With a budget
#     of zero disruptions the node is never updated until someone deletes the pods by force. For autoscaled workloads the
#     autoscaler's minimum counts.
#   remediation: Add a PodDisruptionBudget with `maxUnavailable` 1, or `minAvailable` below the number of replicas.
#   since: 0.1.0
package altostrata.rules.security.disruption_budget

import data.altostrata.lib.objects

considered := count(replicated)

replicated contains position if {
	some position, pod in input.pods
	pod.kind in {"Deployment", "StatefulSet"}
	pod.replicas > 1
}

findings contains {"path": ["resources", pod.resource, "object"], "message": message, "missing": "policy/PodDisruptionBudget"} if {
	some position in replicated
	pod := input.pods[position]
	count(pod.selectedBy.disruptionBudgets) == 0
	message := $"{pod.kind} {pod.name} can lose all {pod.replicas} pods at once when nodes are drained"
}

findings contains {"path": objects.inside(budget, ["spec"]), "message": message, "detail": pod.name} if {
	some position in replicated
	pod := input.pods[position]
	some budget in pod.selectedBy.disruptionBudgets
	blocks(input.resources[budget].object.spec, pod.replicas)
	message := $"{input.resources[budget].id} allows no eviction of {pod.name}, so its nodes can never be drained"
}

blocks(spec, _) if spec.maxUnavailable in {0, "0%"}

blocks(spec, replicas) if {
	is_number(spec.minAvailable)
	spec.minAvailable >= replicas
}

# Kubernetes rounds up.
blocks(spec, replicas) if {
	endswith(spec.minAvailable, "%")
	ceil((to_number(trim_suffix(spec.minAvailable, "%")) * replicas) / 100) >= replicas
}

findings contains {"path": ["resources", pod.resource, "object"], "message": message} if {
	some position in replicated
	pod := input.pods[position]
	count(pod.selectedBy.disruptionBudgets) > 1
	message := $"{pod.kind} {pod.name} has {count(pod.selectedBy.disruptionBudgets)} disruption budgets: Kubernetes evicts no pod that has more than one"
}
