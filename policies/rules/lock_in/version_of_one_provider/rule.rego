# METADATA
# title: Kubernetes version ahead of all other providers
# description: The Kubernetes version of a target in production must be reached at another provider of the estate too.
# custom:
#   id: LCK-095
#   aliases: []
#   family: lock-in
#   severity: medium
#   scope: estate
#   standards: []
#   rationale: |
#     The first target to upgrade is also the first to use new features. Until another provider offers the version, there is no way
#     out, and nobody chose that.
#   remediation: Upgrade a target of another provider first, or plan it with `kubernetes.next`.
#   since: 0.1.0
package altostrata.rules.lock_in.version_of_one_provider

considered := count(used)

used contains placement.target if {
	some placement in input.placements
	input.environments[placement.environment].tier == "production"
}

minor(version) := to_number(split(version, ".")[1])

# The newest version that a provider has, or will have after the planned upgrades.
newest[provider] := max(versions) if {
	some provider in {target.provider | some target in input.targets}
	versions := {minor(version) | some target in input.targets; target.provider == provider; some version in [target.kubernetes.version, object.get(target.kubernetes, "next", target.kubernetes.version)]}
}

findings contains {"path": ["targets", target, "kubernetes", "version"], "message": message} if {
	some target in used
	here := input.targets[target]
	elsewhere := max({version | some provider, version in newest; provider != here.provider})
	minor(here.kubernetes.version) > elsewhere
	message := $"{target} runs Kubernetes {here.kubernetes.version}, and no other provider here goes beyond 1.{elsewhere}: what needs the new version cannot move"
}
