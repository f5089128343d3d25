# METADATA
# title: Experimental Gateway API route
# description: Applications and the platform may use only kinds in the standard channel of the Gateway API.
# custom:
#   id: LCK-023
#   aliases: []
#   family: lock-in
#   severity: medium
#   scope: target
#   standards: []
#   rationale: |
#     The Gateway API defines how widely each feature must be supported. Experimental features may change between two releases, and
#     most implementations ignore them: the route exists and does nothing.
#   remediation: Use HTTPRoute or GRPCRoute until the kind is in the standard channel.
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
	message := $"{input.resources[index].id} is in the experimental channel, which few implementations support, each differently"
}
