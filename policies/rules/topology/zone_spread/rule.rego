# METADATA
# title: Replicas not spread over zones
# description: On a target with several zones, a workload with several replicas must be spread over them.
# custom:
#   id: TOP-006
#   aliases: [SEC-152]
#   family: topology
#   severity: medium
#   scope: target
#   standards: []
#   covers: {threats: [availability], families: [workloads]}
#   rationale: |
#     Zones fail as a whole, and the scheduler places pods by free capacity, not by risk: three replicas often end up in one zone.
#     Spreading limits the loss of a zone to a part of the pods.
#   remediation: Add a topologySpreadConstraint with the key `topology.kubernetes.io/zone`.
#   since: 0.1.0
package altostrata.rules.topology.zone_spread

considered := count(spreadable)

spreadable contains position if {
	count(object.get(input.target, ["nodes", "zones"], [])) > 1
	some position, pod in input.pods
	pod.kind in {"Deployment", "StatefulSet"}
	pod.replicas > 1
}

findings contains {"path": array.concat(pod.path, ["topologySpreadConstraints"]), "message": message} if {
	some position in spreadable
	pod := input.pods[position]
	not spread(pod.spec)
	message := $"all {pod.replicas} pods of {pod.name} can be placed in one zone and fail with it"
}

zone_keys := {"topology.kubernetes.io/zone", "failure-domain.beta.kubernetes.io/zone"}

spread(spec) if {
	some constraint in spec.topologySpreadConstraints
	constraint.topologyKey in zone_keys
}

spread(spec) if {
	some kind in ["requiredDuringSchedulingIgnoredDuringExecution", "preferredDuringSchedulingIgnoredDuringExecution"]
	some term in spec.affinity.podAntiAffinity[kind]
	object.get(term, "podAffinityTerm", term).topologyKey in zone_keys
}
