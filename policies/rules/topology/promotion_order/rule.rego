# METADATA
# title: Production Kubernetes version not rehearsed
# description: The pre-production environment must run the Kubernetes version of a production target.
# custom:
#   id: TOP-021
#   aliases: []
#   family: topology
#   severity: medium
#   scope: estate
#   standards: []
#   covers: {threats: [governance], families: [operations]}
#   rationale: |
#     A new minor version changes defaults, removes API versions and replaces drivers. You should notice that before production.
#   remediation: Upgrade a target of the pre-production environment first, or move it to a target with that version.
#   since: 0.1.0
package altostrata.rules.topology.promotion_order

considered := count(rehearsals)

# Pre-production environments with their production environments.
rehearsals contains {"stage": stage, "production": environment.preProductionOf} if {
	some stage, environment in input.environments
	environment.preProductionOf
}

targets_of[placement.environment] contains placement.target if some placement in input.placements

minor(target) := to_number(split(input.targets[target].kubernetes.version, ".")[1])

findings contains {"path": ["targets", target, "kubernetes", "version"], "message": message} if {
	some rehearsal in rehearsals
	newest := max({minor(target) | some target in targets_of[rehearsal.stage]})
	some target in targets_of[rehearsal.production]
	minor(target) > newest
	message := $"{target} runs Kubernetes 1.{minor(target)} for {rehearsal.production}, but {rehearsal.stage} runs 1.{newest} at most"
}
