# METADATA
# title: Autoscaler conflicts with its workload
# description: Only one autoscaler may scale a workload. It needs room to scale, and declared replicas must not override it.
# custom:
#   id: TOP-007
#   aliases: []
#   family: topology
#   severity: medium
#   scope: target
#   standards: []
#   covers: {threats: [availability], families: [operations, workloads]}
#   rationale: |
#     An autoscaler and a number in the desired state write the same field, and the last write wins. A routine deployment at noon
#     then removes pods that the load needs.
#   remediation: Keep one autoscaler with a maximum above its minimum, and remove `replicas` from the workload.
#   since: 0.1.0
package altostrata.rules.topology.autoscaler_conflict

import data.altostrata.lib.objects

hpa := objects.of_kind("autoscaling/HorizontalPodAutoscaler")

keda := objects.of_kind("keda.sh/ScaledObject")

considered := count(hpa) + count(keda)

# Positions of each workload's autoscalers.
scalers[workload] contains index if {
	some index in array.concat(hpa, keda)
	target := input.resources[index].object.spec.scaleTargetRef
	workload := $"{object.get(target, "kind", "Deployment")}/{input.resources[index].namespace}/{target.name}"
}

findings contains {"path": objects.inside(index, ["spec", "scaleTargetRef"]), "message": message} if {
	some workload, indices in scalers
	count(indices) > 1
	some index in indices
	message := $"{count(indices)} autoscalers change the replicas of {workload} and override each other"
}

findings contains {"path": objects.inside(pod.resource, ["spec", "replicas"]), "message": message} if {
	some pod in input.pods
	scalers[$"{pod.kind}/{pod.namespace}/{pod.name}"]
	input.resources[pod.resource].object.spec.replicas
	message := $"each deployment resets {pod.kind}/{pod.name} to its declared replicas, whatever the load"
}

findings contains {"path": objects.inside(index, ["spec", "maxReplicas"]), "message": message} if {
	some index in hpa
	spec := input.resources[index].object.spec
	spec.maxReplicas <= object.get(spec, "minReplicas", 1)
	message := $"{input.resources[index].id} cannot scale: its minimum and its maximum are both {spec.maxReplicas}"
}

findings contains {"path": objects.inside(index, ["spec", "maxReplicaCount"]), "message": message} if {
	some index in keda
	spec := input.resources[index].object.spec
	spec.maxReplicaCount <= object.get(spec, "minReplicaCount", 0)
	message := $"{input.resources[index].id} cannot scale: its minimum and its maximum are both {spec.maxReplicaCount}"
}
