# METADATA
# title: Autoscaler conflicts with its workload
# description: A workload is scaled by one autoscaler, which has room to scale and is not overruled by declared replicas.
# custom:
#   id: TOP-007
#   aliases: []
#   family: topology
#   severity: medium
#   scope: target
#   standards: []
#   covers: {threats: [availability], families: [operations, workloads]}
#   rationale: |
#     An autoscaler and a number in the desired state write the same field. Who wrote last wins, so that a routine deployment at noon
#     takes away the pods that the load needs.
#   remediation: Keep one autoscaler with a maximum above its minimum, and remove `replicas` from the workload.
#   since: 0.1.0
package altostrata.rules.topology.autoscaler_conflict

import data.altostrata.lib.objects

hpa := objects.of_kind("autoscaling/HorizontalPodAutoscaler")

keda := objects.of_kind("keda.sh/ScaledObject")

considered := count(hpa) + count(keda)

# Positions of the autoscalers of each workload.
scalers[workload] contains index if {
	some index in array.concat(hpa, keda)
	target := input.resources[index].object.spec.scaleTargetRef
	workload := $"{object.get(target, "kind", "Deployment")}/{input.resources[index].namespace}/{target.name}"
}

findings contains {"path": objects.inside(index, ["spec", "scaleTargetRef"]), "message": message} if {
	some workload, indices in scalers
	count(indices) > 1
	some index in indices
	message := $"{count(indices)} autoscalers change the replicas of {workload}, each against the others"
}

findings contains {"path": objects.inside(pod.resource, ["spec", "replicas"]), "message": message} if {
	some pod in input.pods
	scalers[$"{pod.kind}/{pod.namespace}/{pod.name}"]
	input.resources[pod.resource].object.spec.replicas
	message := $"each deployment sets {pod.kind}/{pod.name} back to its declared replicas, whatever the load is"
}

findings contains {"path": objects.inside(index, ["spec", "maxReplicas"]), "message": message} if {
	some index in hpa
	spec := input.resources[index].object.spec
	spec.maxReplicas <= object.get(spec, "minReplicas", 1)
	message := $"{input.resources[index].id} cannot scale: its maximum is {spec.maxReplicas}, and so is its minimum"
}

findings contains {"path": objects.inside(index, ["spec", "maxReplicaCount"]), "message": message} if {
	some index in keda
	spec := input.resources[index].object.spec
	spec.maxReplicaCount <= object.get(spec, "minReplicaCount", 0)
	message := $"{input.resources[index].id} cannot scale: its maximum is {spec.maxReplicaCount}, and so is its minimum"
}
