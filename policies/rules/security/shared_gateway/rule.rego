# METADATA
# title: Gateway or grant open to every namespace
# description: A listener may not take routes of all namespaces, and a ReferenceGrant must name what it gives.
# custom:
#   id: SEC-092
#   aliases: []
#   family: security
#   severity: medium
#   scope: target
#   standards: [NSA C-0266]
#   covers: {threats: [isolation, secrets], families: [network]}
#   remediation: Set `allowedRoutes.namespaces.from` to Same or Selector, and name the object in the ReferenceGrant.
#   since: 0.1.0
package altostrata.rules.security.shared_gateway

import data.altostrata.lib.objects

considered := count(objects.of_kinds(["gateway.networking.k8s.io/Gateway", "gateway.networking.k8s.io/ReferenceGrant"]))

findings contains {"path": objects.inside(index, ["spec", "listeners", position, "allowedRoutes", "namespaces", "from"]), "message": message} if {
	some index in objects.of_kind("gateway.networking.k8s.io/Gateway")
	some position, listener in input.resources[index].object.spec.listeners
	listener.allowedRoutes.namespaces.from == "All"
	message := $"every namespace can take requests for the hosts of {input.resources[index].id}, listener {listener.name}"
}

findings contains {"path": objects.inside(index, ["spec", "to", position]), "message": message} if {
	some index in objects.of_kind("gateway.networking.k8s.io/ReferenceGrant")
	some position, to in input.resources[index].object.spec.to
	object.get(to, "name", "") == ""
	message := $"{input.resources[index].id} gives every {to.kind} of its namespace, also those that come later"
}
