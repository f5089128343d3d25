# METADATA
# title: Floating image tag
# description: An image reference must have a version or a digest, not a tag whose content changes.
# custom:
#   id: SEC-050
#   aliases: []
#   family: security
#   severity: medium
#   scope: target
#   standards: [NSA C-0075]
#   covers: {threats: [supply], families: [workloads, data]}
#   rationale: |
#     With a moving tag, two pods of one workload can run different programs, a rollback changes nothing, and it is unknown what ran
#     last Tuesday.
#   remediation: Set the version in the image catalogue (artefacts/images.yaml).
#   since: 0.1.0
#   parameters:
#     tags:
#       description: Tags that move between images.
#       type: array
#       items: { type: string }
#       default: [latest, stable, main, master, edge, nightly, dev, develop, snapshot]
package altostrata.rules.security.floating_tag

considered := count(input.pulls)

findings contains {"path": pull.path, "message": message} if {
	some pull in input.pulls
	not pull.image.digest
	not pull.image.tag
	message := $"{pull.title} references {pull.image.reference} without a version: each pull can run a different program"
}

findings contains {"path": pull.path, "message": message} if {
	some pull in input.pulls
	not pull.image.digest
	lower(pull.image.tag) in input.parameters["SEC-050"].tags
	message := $"{pull.title} references the moving tag {pull.image.tag}: each pull can run a different program"
}
