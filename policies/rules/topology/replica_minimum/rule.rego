# METADATA
# title: Component with too few replicas
# description: In production every serving component must have two or more replicas on the target, over all its workloads.
# custom:
#   id: TOP-005
#   aliases: [SEC-151]
#   family: topology
#   severity: medium
#   scope: target
#   standards: []
#   covers: {threats: [availability], families: [workloads, data]}
#   rationale: |
#     A single replica is unavailable during each update, drained node and crash. For autoscaled components the minimum counts, and
#     for components with addressed instances their sum. Targets whose minimum a pattern sets (burst, standby) are exempt.
#   remediation: Raise `replicas` (or its `min`) in master.yaml, the worker's file, or system.yaml.
#   since: 0.1.0
#   parameters:
#     least:
#       description: Minimum number of replicas of a component.
#       type: integer
#       minimum: 1
#       default: 2
package altostrata.rules.topology.replica_minimum

import data.altostrata.lib.objects

considered := count(replicas)

# Replicas of each component. An addressed component has one workload per instance.
replicas[owner] := sum([number | some [_, number] in workloads]) if some owner, workloads in instances

instances[key(pod)] contains [pod.resource, pod.replicas] if {
	some pod in input.pods
	serves(pod)
}

key(pod) := $"{pod.namespace}/{object.get(pod, "component", pod.name)}"

serves(pod) if {
	input.environment.tier == "production"
	pod.kind in {"Deployment", "StatefulSet"}
	count(pod.selectedBy.services) > 0
	not rests(pod)
}

# The pattern sets the minimum of a burst target and of a standby.
rests(pod) if input.systems[pod.system].part.burst

rests(pod) if input.systems[pod.system].part.standby == true

findings contains {"path": objects.inside(pod.resource, ["spec", "replicas"]), "message": message} if {
	some pod in input.pods
	serves(pod)
	total := replicas[key(pod)]
	total < input.parameters["TOP-005"].least
	message := $"{pod.kind} {pod.name} is its component's only replica ({total}): every update and every lost node interrupts it"
}
