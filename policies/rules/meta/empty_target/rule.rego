# METADATA
# title: Target without manifests
# description: Every target of an environment must have workloads. An empty target never passes.
# custom:
#   id: MET-002
#   aliases: []
#   family: meta
#   severity: high
#   scope: target
#   standards: []
#   covers: {threats: [governance], families: [workloads, access, network, secrets, data, operations, gitops, cloud]}
#   rationale: |
#     A check without input has no findings, which reads like "everything is fine".
#   remediation: Find out why nothing was rendered, or remove the target from the system.
#   since: 0.1.0
package altostrata.rules.meta.empty_target

considered := 1

findings contains {"path": ["environment"], "message": message} if {
	count(input.resources) == 0
	message := $"no manifests were rendered for {input.environment.name} on {input.target.name}"
}
