# METADATA
# title: Version skew between targets
# description: The targets of one system may differ by at most one Kubernetes minor version, and not in the major version of an add-on.
# custom:
#   id: TOP-018
#   aliases: []
#   family: topology
#   severity: medium
#   scope: estate
#   standards: []
#   covers: {threats: [availability], families: [operations]}
#   rationale: |
#     A failover moves a system to another target's versions at the worst moment. The larger the difference, the less was tested
#     together: removed APIs, and operators that store their objects in another form.
#   remediation: Upgrade the older target, or plan it with `kubernetes.next`.
#   since: 0.1.0
#   parameters:
#     mostMinors:
#       description: Largest difference in Kubernetes minor versions between the targets of one system.
#       type: integer
#       minimum: 0
#       default: 1
package altostrata.rules.topology.version_skew

considered := count(targets_of)

targets_of[system] contains placement.target if {
	some placement in input.placements
	system := $"{placement.environment}/{placement.system}"
}

minor(target) := to_number(split(input.targets[target].kubernetes.version, ".")[1])

major(version) := split(trim_left(version, "v"), ".")[0]

findings contains {"path": ["targets", target, "kubernetes", "version"], "message": message} if {
	some system, targets in targets_of
	newest := max({minor(target) | some target in targets})
	some target in targets
	newest - minor(target) > input.parameters["TOP-018"].mostMinors
	message := $"{target} runs Kubernetes 1.{minor(target)}, but another target of {system} runs 1.{newest}"
}

findings contains {"path": ["targets", target, "addons", addon], "message": message} if {
	some system, targets in targets_of
	some target in targets
	some addon, version in input.targets[target].addons
	majors := {major(other) | some peer in targets; other := input.targets[peer].addons[addon]}
	count(majors) > 1
	major(version) == min(majors)
	message := $"{target} has {addon} {version}, but another target of {system} has a later major version"
}
