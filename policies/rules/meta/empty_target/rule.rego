# METADATA
# title: Nothing was checked
# description: Every target of an environment must have workloads; nothing checked is never clean.
# custom:
#   id: MET-002
#   aliases: []
#   family: meta
#   severity: high
#   scope: target
#   standards: []
#   covers: {threats: [governance], families: [workloads, access, network, secrets, data, operations, gitops, cloud]}
#   rationale: |
#     A check that looked at nothing finds nothing, and "no findings" then reads like "everything is fine".
#   remediation: Look for the reason why nothing was rendered; take the target out of the system when it has nothing to do.
#   since: 0.1.0
package altostrata.rules.meta.empty_target

considered := 1

findings contains {"path": ["environment"], "message": message} if {
	count(input.resources) == 0
	message := $"no manifest was rendered for {input.environment.name} on {input.target.name}"
}
