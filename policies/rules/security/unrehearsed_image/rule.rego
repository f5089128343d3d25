# METADATA
# title: Production image not rehearsed
# description: Every image of a production environment must run in the environment that rehearses it, or where none does in one of tier staging, whenever such an environment runs the same application.
# custom:
#   id: SEC-056
#   aliases: []
#   family: security
#   severity: high
#   scope: estate
#   standards: []
#   covers: {threats: [supply, governance], families: [workloads, data]}
#   rationale: |
#     All environments take their images from one catalogue, so a new digest reaches the earlier environment first, by the order of
#     promotion. A patch, a value of one environment or a vendored manifest can still bring bytes into production that no earlier
#     environment ever ran. The rule compares what the manifests of both really name, after every patch: by digest, and by tag while the
#     digest is open.
#
#     An application that no earlier environment runs cannot be judged, and is not.
#   remediation: Let the earlier environment run the image first, by the image catalogue that both share, and remove what sets another one in production.
#   since: 0.1.0
package altostrata.rules.security.unrehearsed_image

considered := count(judged)

# Positions of the pulls in production that some earlier environment should have had before.
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
	message := $"{pull.title} runs {pull.image.reference}, which never ran in {concat(" or ", sort(stages))}"
}

seen_before(image, stages) if {
	some stage in stages
	content(image) in ran[stage]
}

# What runs in each environment.
ran[environment] contains content(pull.image) if {
	some pull in input.pulls
	environment := input.resources[pull.resource].environment
}

# The same bytes, as far as the reference tells.
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
