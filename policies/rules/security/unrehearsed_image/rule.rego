# METADATA
# title: Production image not rehearsed
# description: Every image of a production environment must run in its pre-production environment, or without one in a staging environment that runs the same application.
# custom:
#   id: SEC-056
#   aliases: []
#   family: security
#   severity: high
#   scope: estate
#   standards: []
#   covers: {threats: [supply, governance], families: [workloads, data]}
#   rationale: |
#     All environments take their images from one catalogue, so in promotion order a new digest reaches the earlier environment
#     first. A patch, an environment's own value or a vendored manifest can still bring an untested image into production. The rule
#     compares the images in the final manifests of both: by digest, or by tag while the digest is open.
#
#     Applications that no earlier environment runs are skipped.
#   remediation: Run the image in the earlier environment first, through the shared image catalogue, and remove whatever sets another image in production.
#   since: 0.1.0
package altostrata.rules.security.unrehearsed_image

considered := count(judged)

# Positions of production's pulls that an earlier environment must have run.
judged contains position if {
	some position, pull in input.pulls
	resource := input.resources[pull.resource]
	count(rehearsals(resource)) > 0
}

findings contains {"path": pull.path, "message": message} if {
	some position in judged
	pull := input.pulls[position]
	resource := input.resources[pull.resource]
	stages := rehearsals(resource)
	not seen_before(pull.image, stages)
	message := $"{pull.title} runs {pull.image.reference}, which does not run in {concat(" or ", sort(stages))}"
}

seen_before(image, stages) if {
	some stage in stages
	content(image) in ran[stage]
}

# The images of each environment.
ran[environment] contains content(pull.image) if {
	some pull in input.pulls
	environment := input.resources[pull.resource].environment
}

# Identifies the image's bytes as far as the reference allows.
content(image) := $"{image.registry}/{image.repository}@{image.digest}" if image.digest

content(image) := $"{image.registry}/{image.repository}:{object.get(image, "tag", "latest")}" if not image.digest

# The environments before production that run the application of an object in production.
rehearsals(resource) := stages_of[key] if {
	key := $"{resource.environment}/{object.get(resource, "system", "")}"
	input.environments[resource.environment].tier == "production"
}

stages_of[key] contains stage if {
	some placement in input.placements
	key := $"{placement.environment}/{placement.system}"
	some stage in earlier(placement.environment)
	placement.application in applications[stage]
}

applications[placement.environment] contains placement.application if some placement in input.placements

earlier(production) := rehearsing[production]

earlier(production) := staging if not rehearsing[production]

rehearsing[environment.preProductionOf] contains stage if some stage, environment in input.environments

staging contains name if {
	some name, environment in input.environments
	environment.tier == "staging"
}
