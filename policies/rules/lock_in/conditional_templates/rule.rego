# METADATA
# title: Portable template with too many provider conditions
# description: Only a small share of the lines of portable templates may depend on which provider they are rendered for.
# custom:
#   id: LCK-093
#   aliases: []
#   family: lock-in
#   severity: low
#   scope: estate
#   standards: []
#   rationale: |
#     A template full of `if` for one provider and `else if` for the next is three templates in one file, of which each target tests
#     one. What only one provider needs stands in its folder; a difference in a word or a class is a value that provider.yaml gives.
#     Lines inside blocks whose condition asks for `provider` are counted; the tags themselves are not.
#   remediation: Move what one provider needs into its folder, or let provider.yaml give the difference as a value.
#   since: 0.1.0
#   parameters:
#     mostPercent:
#       description: The highest share of such lines in one file, in percent.
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
	message := $"{file.conditionalLines} of {file.lines} lines depend on the provider: whoever adds another one must understand and test them all"
}
