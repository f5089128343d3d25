# METADATA
# title: Load balancer open to everybody
# description: A Service of type LoadBalancer must list the source ranges that may use it, unless the provider keeps it internal.
# custom:
#   id: SEC-084
#   aliases: []
#   family: security
#   severity: high
#   scope: target
#   standards: [NSA C-0256]
#   covers: {threats: [exposure], families: [network]}
#   rationale: |
#     Consumers use the gateway, which terminates TLS and knows hosts and paths. A separate load balancer serves other targets of the
#     same system. Their egress ranges are known, so no other source needs access.
#   remediation: Set `loadBalancerSourceRanges` to the egress ranges of the callers, or publish the port through the gateway.
#   since: 0.1.0
package altostrata.rules.security.open_load_balancer

import data.altostrata.lib.networks
import data.altostrata.lib.objects

considered := count(balancers)

balancers contains index if {
	some index in objects.of_kind("Service")
	input.resources[index].object.spec.type == "LoadBalancer"
}

findings contains {"path": objects.inside(index, ["spec", "loadBalancerSourceRanges"]), "message": message} if {
	some index in balancers
	count(object.get(input.resources[index].object.spec, "loadBalancerSourceRanges", [])) == 0
	not internal(object.get(input.resources[index].object, ["metadata", "annotations"], {}))
	message := $"{input.resources[index].id} is open to the whole internet: it has no source ranges"
}

findings contains {"path": objects.inside(index, ["spec", "loadBalancerSourceRanges", position]), "message": message} if {
	some index in balancers
	some position, range in input.resources[index].object.spec.loadBalancerSourceRanges
	networks.everybody(range)
	message := $"{input.resources[index].id} is open to the whole internet: {range} matches every address"
}

# Detected by the annotations that the provider's folder lists.
internal(annotations) if {
	wanted := input.provider.capabilities["load-balancer"].annotations.internal
	count(wanted) > 0
	every key, value in wanted {
		annotations[key] == value
	}
}
