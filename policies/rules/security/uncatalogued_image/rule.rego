# METADATA
# title: Image missing from the catalogue
# description: Every image that runs must be in the estate's image catalogue.
# custom:
#   id: SEC-052
#   aliases: []
#   family: security
#   severity: high
#   scope: target
#   standards: [NSA C-0078]
#   covers: {threats: [supply], families: [workloads, data]}
#   rationale: |
#     The catalogue is the single place that decides which software runs, in which version and from which registry. Images outside it
#     are not scanned, mirrored or updated.
#   remediation: Add the image to artefacts/images.yaml and reference it by its name there.
#   since: 0.1.0
package altostrata.rules.security.uncatalogued_image

considered := count(input.pulls)

findings contains {"path": pull.path, "message": message} if {
	some pull in input.pulls
	not catalogued(pull.image)
	message := $"{pull.title} runs {pull.image.reference}, which is not in the image catalogue"
}

catalogued(image) if $"{image.registry}/{image.repository}" in known

# The catalogue may omit Docker Hub's host name, as image references do.
known contains repository if some repository in input.vocabulary.images

known contains $"docker.io/{repository}" if some repository in input.vocabulary.images
