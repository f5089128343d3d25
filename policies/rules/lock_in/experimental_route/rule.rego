# METADATA
# title: Experimental Gateway API route
# description: Applications and the platform may use only kinds of the Gateway API that are in its standard channel.
# custom:
#   id: LCK-023
#   aliases: []
#   family: lock-in
#   severity: medium
#   scope: target
#   standards: []
#   rationale: |
#     The Gateway API says of each feature how widely it must be supported. What is experimental may change between two releases, and
#     most implementations leave it out: the route then exists and does nothing.
#   remediation: Use HTTPRoute or GRPCRoute; wait for the kind to become standard.
#   since: 0.1.0
package altostrata.rules.lock_in.experimental_route

import data.altostrata.lib.providers

considered := count(routes)

routes contains index if {
	some kind, indices in input.byKind
	startswith(kind, "gateway.networking.k8s.io/")
	some index in indices
}

findings contains {"path": ["resources", index, "object", "apiVersion"], "message": message} if {
	some index in routes
	providers.portable(input.resources[index])
	startswith(input.resources[index].version, "v1alpha")
	message := $"{input.resources[index].id} is of the experimental channel, which few implementations have and each in its own way"
}
