# METADATA
# title: Component differs between providers
# description: A component must have the same images, limits and probes at each provider as where its system is led from.
# custom:
#   id: LCK-094
#   aliases: []
#   family: lock-in
#   severity: low
#   scope: environment
#   standards: []
#   rationale: |
#     What passes at one provider proves something about another one only while both run the same. A limit, a probe or a version that
#     differs there is found on the day of the failover, when the standby is killed for memory or never becomes ready. Differences that
#     are meant are written as patches, which have a reason, an owner and an end; numbers of replicas and requests may differ freely.
#   remediation: Set the value for all targets, or write the difference as a patch, which has a reason, an owner and an end.
#   since: 0.1.0
#   accepts: reasons
#   reads:
#     apps/Deployment: &containers
#       - spec.template.spec.containers.*.name
#       - spec.template.spec.containers.*.image
#       - spec.template.spec.containers.*.resources.limits
#       - spec.template.spec.containers.*.livenessProbe
#       - spec.template.spec.containers.*.readinessProbe
#       - spec.template.spec.containers.*.startupProbe
#     apps/StatefulSet: *containers
package altostrata.rules.lock_in.diverging_variant

leaders[[placement.environment, placement.system]] := placement.target if {
	some placement in input.placements
	placement.part.leads
}

key(resource) := [resource.environment, resource.system, resource.id]

# The workloads of the leading targets, by environment, system and object.
leading[key(resource)] := index if {
	some index, resource in input.resources
	resource.kind in {"Deployment", "StatefulSet"}
	resource.target == leaders[[resource.environment, resource.system]]
}

# Workloads elsewhere, at another provider, each with the one it should be like.
pairs contains {"index": index, "like": like} if {
	some index, resource in input.resources
	like := leading[key(resource)]
	input.targets[resource.target].provider != input.targets[input.resources[like].target].provider
}

considered := count(pairs)

fields := [["image"], ["resources", "limits", "memory"], ["resources", "limits", "cpu"], ["livenessProbe"], ["readinessProbe"], ["startupProbe"]]

containers(index) := object.get(input.resources[index].object, ["spec", "template", "spec", "containers"], [])

findings contains {"path": path, "message": message} if {
	some pair in pairs
	by_name := {container.name: container | some container in containers(pair.like)}
	some position, container in containers(pair.index)
	other := by_name[container.name]
	some field in fields
	object.get(container, field, null) != object.get(other, field, null)
	path := array.concat(["resources", pair.index, "object", "spec", "template", "spec", "containers", position], field)
	name := concat(".", field)
	message := $"{name} of container {container.name} is not what {input.resources[pair.like].target} has: what is proven there is not what runs here"
}
