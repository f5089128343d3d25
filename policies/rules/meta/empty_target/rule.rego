# METADATA
# title: Target without manifests
# description: Every target of an environment must have workloads; an empty target is never clean.
# custom:
#   id: MET-002
#   aliases: []
#   family: meta
#   severity: high
#   scope: target
#   standards: []
#   covers: {threats: [governance], families: [workloads, access, network, secrets, data, operations, gitops, cloud]}
#   rationale: |
#     A check without input has no findings, and "no findings" then reads like "everything is fine".
#   remediation: Find out why nothing was rendered, or remove the target from the system.
#   since: 0.1.0
package altostrata.rules.meta.empty_target

considered := 1

findings contains {"path": ["environment"], "message": message} if {
	count(input.resources) == 0
	message := $"no manifest was rendered for {input.environment.name} on {input.target.name}"
}
