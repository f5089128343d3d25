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
#     Rules break silently: a kind is renamed, a template moves, and the rule never matches again. This only informs, because most
#     estates have no object for some rules.
#   remediation: If the estate has such objects, correct the rule; otherwise ignore this.
#   since: 0.1.0
#   parameters:
#     optionalFamilies:
#       description: Families of kinds (policies/coverage.yaml) that an estate may lack; their rules may match nothing.
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
	message := $"{id} ({rule.title}) matched no object in the whole estate"
}

optional(families) if {
	count(families) > 0
	every family in families {
		family in input.parameters["MET-007"].optionalFamilies
	}
}
