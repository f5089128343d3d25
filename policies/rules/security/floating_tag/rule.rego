# METADATA
# title: Image tag moves
# description: An image must be named by a version or a digest, not by a tag whose content changes.
# custom:
#   id: SEC-050
#   aliases: []
#   family: security
#   severity: medium
#   scope: target
#   standards: [NSA C-0075]
#   covers: {threats: [supply], families: [workloads]}
#   remediation: Name the version in the image catalogue (artefacts/images.yaml).
#   since: 0.1.0
#   parameters:
#     tags:
#       description: Tags that are moved from image to image.
#       type: array
#       items: { type: string }
#       default: [latest, stable, main, master, edge, nightly, dev, develop, snapshot]
package altostrata.rules.security.floating_tag

import data.altostrata.lib.workloads

considered := count([container | some container in input.containers; container.image])

findings contains {"path": workloads.inside(container, ["image"]), "message": message} if {
	some container in input.containers
	not container.image.digest
	not container.image.tag
	message := $"{workloads.title(container)} names {container.image.reference} without a version: what runs changes with every pull"
}

findings contains {"path": workloads.inside(container, ["image"]), "message": message} if {
	some container in input.containers
	not container.image.digest
	container.image.tag in input.parameters["SEC-050"].tags
	message := $"{workloads.title(container)} names the moving tag {container.image.tag}: what runs changes with every pull"
}
