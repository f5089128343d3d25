# METADATA
# title: Kubernetes version ahead of all other providers
# description: The Kubernetes version of a production target must also run at another provider of the estate.
# custom:
#   id: LCK-095
#   aliases: []
#   family: lock-in
#   severity: medium
#   scope: estate
#   standards: []
#   rationale: |
#     The first upgraded target is also the first to use new features. Until another provider offers that version, workloads that use
#     them cannot move, without anyone having decided so.
#   remediation: Upgrade a target of another provider first, or plan it with `kubernetes.next`.
#   since: 0.1.0
package altostrata.rules.lock_in.version_of_one_provider

considered := count(used)

used contains placement.target if {
	some placement in input.placements
	input.environments[placement.environment].tier == "production"
}

minor(version) := to_number(split(version, ".")[1])

# A provider's newest version, planned upgrades included.
newest[provider] := max(versions) if {
	some provider in {target.provider | some target in input.targets}
	versions := {minor(version) | some target in input.targets; target.provider == provider; some version in [target.kubernetes.version, object.get(target.kubernetes, "next", target.kubernetes.version)]}
}

findings contains {"path": ["targets", target, "kubernetes", "version"], "message": message} if {
	some target in used
	here := input.targets[target]
	elsewhere := max({version | some provider, version in newest; provider != here.provider})
	minor(here.kubernetes.version) > elsewhere
	message := $"{target} runs Kubernetes {here.kubernetes.version}, but no other provider of the estate goes beyond 1.{elsewhere}: workloads that need the new version cannot move"
}
