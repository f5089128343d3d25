# METADATA
# title: Image from a retired registry
# description: No image may come from a registry that gets no updates any more.
# custom:
#   id: SEC-053
#   aliases: []
#   family: security
#   severity: medium
#   scope: target
#   standards: [NSA C-0253]
#   covers: {threats: [supply], families: [workloads, data]}
#   rationale: |
#     A frozen registry still answers, so nobody notices that its images get no fixes, until the day it stops.
#   remediation: Take the image from its present registry, and name it in the image catalogue.
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
	message := $"{pull.title} takes its image from {pull.image.registry}, which gets no updates any more"
}
