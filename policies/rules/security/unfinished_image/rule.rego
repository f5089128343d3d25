# METADATA
# title: Unfinished image in production
# description: Production may not run images whose tag names an unfinished build.
# custom:
#   id: SEC-058
#   aliases: []
#   family: security
#   severity: medium
#   scope: target
#   standards: []
#   covers: {threats: [supply], families: [workloads, data]}
#   rationale: |
#     Unfinished builds are overwritten, are not scanned or signed like releases, and clean-up jobs delete them. You notice when a
#     pod moves to another node.
#   remediation: Release the image, and use the released tag.
#   since: 0.1.0
#   parameters:
#     words:
#       description: Words in a tag, separated by dashes, that mark an unfinished image.
#       type: array
#       items: { type: string }
#       default: [alpha, beta, ci, debug, dev, nightly, pr, rc, snapshot, test]
package altostrata.rules.security.unfinished_image

considered := count(input.pulls)

findings contains {"path": pull.path, "message": message} if {
	input.environment.tier == "production"
	some pull in input.pulls
	some part in split(lower(pull.image.tag), "-")
	word := split(part, ".")[0]
	word in input.parameters["SEC-058"].words
	message := $"{pull.title} runs {pull.image.tag} in production; {word} marks an unfinished build"
}
