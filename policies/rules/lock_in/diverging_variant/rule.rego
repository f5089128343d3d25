# METADATA
# title: Component differs between providers
# description: A component must have the same images, limits and probes at each provider as on the system's master target.
# custom:
#   id: LCK-094
#   aliases: []
#   family: lock-in
#   severity: low
#   scope: environment
#   standards: []
#   rationale: |
#     Passing at one provider proves nothing about another unless both run the same configuration. A different limit, probe or
#     version shows up on the day of the failover, when the standby is killed for memory or never becomes ready. Write intended
#     differences as patches, which have a reason, an owner and an end date. Replica counts and requests may differ.
#   remediation: Set the value for all targets, or write the difference as a patch with a reason, an owner and an end date.
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

# Workloads at other providers, each with the leading workload that it must match.
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
	message := $"{name} of container {container.name} differs from {input.resources[pair.like].target}: what is proven there is not what runs here"
}
