# METADATA
# title: Image is not pinned by digest
# description: In production every image must be named by its digest, so that exactly the tested bytes run.
# custom:
#   id: SEC-051
#   aliases: []
#   family: security
#   severity: medium
#   scope: target
#   standards: [NSA C-0306]
#   covers: {threats: [supply], families: [workloads, data]}
#   rationale: |
#     A tag can be pushed again; a digest is the checksum of the content. Digests are never invented here: an image whose registry
#     was not asked yet keeps its digest open, and a waiver says who will close it, and until when.
#   remediation: Ask the registry for the digest with `alto images resolve`, which writes it into artefacts/images.yaml.
#   since: 0.1.0
package altostrata.rules.security.image_digest

considered := count(input.pulls)

findings contains {"path": pull.path, "message": message} if {
	some pull in input.pulls
	not pull.image.digest
	message := $"{pull.title} names {pull.image.reference} by tag only: whoever controls the registry decides what runs"
}
