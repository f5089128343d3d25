# METADATA
# title: Image from a registry that is retired
# description: No image may come from a registry that gets no updates any more.
# custom:
#   id: SEC-053
#   aliases: []
#   family: security
#   severity: medium
#   scope: target
#   standards: [NSA C-0253]
#   covers: {threats: [supply], families: [workloads]}
#   remediation: Take the image from its present registry, and name it in the image catalogue.
#   since: 0.1.0
#   parameters:
#     retired:
#       description: Registries that no image may come from.
#       type: array
#       items: { type: string }
#       default: [k8s.gcr.io]
package altostrata.rules.security.retired_registry

import data.altostrata.lib.workloads

considered := count(input.containers)

findings contains {"path": workloads.inside(container, ["image"]), "message": message} if {
	some container in input.containers
	container.image.registry in input.parameters["SEC-053"].retired
	message := $"{workloads.title(container)} takes its image from {container.image.registry}, which gets no updates any more"
}
