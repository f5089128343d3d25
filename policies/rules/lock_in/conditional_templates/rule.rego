# METADATA
# title: Portable template with too many provider conditions
# description: Only a small share of the lines of a portable template may depend on the provider.
# custom:
#   id: LCK-093
#   aliases: []
#   family: lock-in
#   severity: low
#   scope: estate
#   standards: []
#   rationale: |
#     A template with an `if` for each provider is several templates in one file, and each target tests only one of them. Move lines
#     for one provider to that provider's folder. If only a word or a class differs, define it as a value in provider.yaml. The rule
#     counts lines inside blocks whose condition reads `provider`, without the tags themselves.
#   remediation: Move the lines for one provider to its folder, or define the difference as a value in provider.yaml.
#   since: 0.1.0
#   parameters:
#     mostPercent:
#       description: Highest allowed share of such lines in one file, in percent.
#       type: integer
#       minimum: 0
#       maximum: 100
#       default: 25
package altostrata.rules.lock_in.conditional_templates

considered := count([file | some file in input.portableFiles; file.lines])

findings contains {"path": ["portableFiles", index], "message": message} if {
	some index, file in input.portableFiles
	file.lines > 0
	percent := (100 * file.conditionalLines) / file.lines
	percent > input.parameters["LCK-093"].mostPercent
	message := $"{file.conditionalLines} of {file.lines} lines depend on the provider: anyone who adds a provider must understand and test all of them"
}
