# METADATA
# title: Image from a retired registry
# description: No image may come from a registry that no longer gets updates.
# custom:
#   id: SEC-053
#   aliases: []
#   family: security
#   severity: medium
#   scope: target
#   standards: [NSA C-0253]
#   covers: {threats: [supply], families: [workloads, data]}
#   rationale: |
#     A frozen registry still serves images, so missing fixes go unnoticed until the day it shuts down.
#   remediation: Use the image's current registry, and set it in the image catalogue.
#   since: 0.1.0
#   parameters:
#     retired:
#       description: Registries that no image may come from.
#       type: array
#       items: { type: string }
#       default: [k8s.gcr.io]
package altostrata.rules.security.retired_registry

considered := count(input.pulls)

findings contains {"path": pull.path, "message": message} if {
	some pull in input.pulls
	pull.image.registry in input.parameters["SEC-053"].retired
	message := $"{pull.title} pulls from {pull.image.registry}, which no longer gets updates"
}
