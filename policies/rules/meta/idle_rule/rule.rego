# METADATA
# title: Rule without matching objects
# description: A rule without a matching object on any target proves nothing about the estate.
# custom:
#   id: MET-007
#   aliases: []
#   family: meta
#   severity: low
#   scope: estate
#   standards: []
#   covers: {threats: [governance], families: [operations]}
#   rationale: |
#     Checkers rot silently: a kind is renamed, a template moves, and a rule that used to fire never sees anything again. This
#     only informs, because most estates have no object for some rule.
#   remediation: If the estate has such objects, correct the rule; otherwise ignore this.
#   since: 0.1.0
#   parameters:
#     optionalFamilies:
#       description: Families of kinds (policies/coverage.yaml) that an estate may do without; their rules may look at nothing.
#       type: array
#       items: { type: string }
#       default: [access, cloud, gitops]
package altostrata.rules.meta.idle_rule

considered := count(input.rules)

findings contains {"path": ["rules", id], "message": message} if {
	some id, rule in input.rules
	rule.scope == "target"
	input.considered[id] == 0
	not optional(rule.families)
	message := $"{id} ({rule.title}) looked at nothing in the whole estate"
}

optional(families) if {
	count(families) > 0
	every family in families {
		family in input.parameters["MET-007"].optionalFamilies
	}
}
