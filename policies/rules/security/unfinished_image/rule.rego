# METADATA
# title: Unfinished image in production
# description: Production may run only images whose tag does not name a build in progress.
# custom:
#   id: SEC-058
#   aliases: []
#   family: security
#   severity: medium
#   scope: target
#   standards: []
#   covers: {threats: [supply], families: [workloads]}
#   remediation: Release the image, and use the released tag.
#   since: 0.1.0
#   parameters:
#     words:
#       description: Words of a tag, between dashes, that say that the image is not finished.
#       type: array
#       items: { type: string }
#       default: [alpha, beta, ci, debug, dev, nightly, pr, rc, snapshot, test]
package altostrata.rules.security.unfinished_image

import data.altostrata.lib.workloads

considered := count(input.containers)

findings contains {"path": workloads.inside(container, ["image"]), "message": message} if {
	input.environment.tier == "production"
	some container in input.containers
	some part in split(lower(container.image.tag), "-")
	word := split(part, ".")[0]
	word in input.parameters["SEC-058"].words
	message := $"{workloads.title(container)} runs {container.image.tag} in production, and {word} says that it is not finished"
}
