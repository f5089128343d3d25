# METADATA
# title: Image is not pinned by digest
# description: In production every image reference must have a digest, so that exactly the tested bytes run.
# custom:
#   id: SEC-051
#   aliases: []
#   family: security
#   severity: medium
#   scope: target
#   standards: [NSA C-0306]
#   covers: {threats: [supply], families: [workloads, data]}
#   rationale: |
#     A tag can be pushed again; a digest is a checksum of the content. This repository never invents digests: an image that has not
#     been resolved keeps its digest open, and a waiver names who resolves it and by when.
#   remediation: Run `alto images resolve`, which reads the digest from the registry and writes it into artefacts/images.yaml.
#   since: 0.1.0
package altostrata.rules.security.image_digest

considered := count(input.pulls)

findings contains {"path": pull.path, "message": message} if {
	some pull in input.pulls
	not pull.image.digest
	message := $"{pull.title} references {pull.image.reference} by tag only: the registry decides which image runs"
}
