# METADATA
# title: Floating image tag
# description: An image must be named by a version or a digest, not by a tag whose content changes.
# custom:
#   id: SEC-050
#   aliases: []
#   family: security
#   severity: medium
#   scope: target
#   standards: [NSA C-0075]
#   covers: {threats: [supply], families: [workloads, data]}
#   rationale: |
#     With a moving tag two pods of one workload can run different programs, a rollback brings nothing back, and nobody can say
#     what ran last Tuesday.
#   remediation: Name the version in the image catalogue (artefacts/images.yaml).
#   since: 0.1.0
#   parameters:
#     tags:
#       description: Tags that are moved from image to image.
#       type: array
#       items: { type: string }
#       default: [latest, stable, main, master, edge, nightly, dev, develop, snapshot]
package altostrata.rules.security.floating_tag

considered := count(input.pulls)

findings contains {"path": pull.path, "message": message} if {
	some pull in input.pulls
	not pull.image.digest
	not pull.image.tag
	message := $"{pull.title} names {pull.image.reference} without a version: what runs changes with every pull"
}

findings contains {"path": pull.path, "message": message} if {
	some pull in input.pulls
	not pull.image.digest
	lower(pull.image.tag) in input.parameters["SEC-050"].tags
	message := $"{pull.title} names the moving tag {pull.image.tag}: what runs changes with every pull"
}
