# METADATA
# title: Gateway or grant open to every namespace
# description: A listener may not accept routes from all namespaces, and a ReferenceGrant must name the objects it grants.
# custom:
#   id: SEC-092
#   aliases: []
#   family: security
#   severity: medium
#   scope: target
#   standards: [NSA C-0266]
#   covers: {threats: [isolation, secrets], families: [network]}
#   rationale: |
#     Anyone who can attach a route to a listener can serve its hosts. A grant without a name also covers Secrets that do not exist
#     yet.
#   remediation: Set `allowedRoutes.namespaces.from` to Same or Selector, and set the object's name in the ReferenceGrant.
#   since: 0.1.0
package altostrata.rules.security.shared_gateway

import data.altostrata.lib.listeners
import data.altostrata.lib.objects
import data.altostrata.lib.selectors

considered := count(objects.of_kinds(listeners.kinds)) + count(objects.of_kind("gateway.networking.k8s.io/ReferenceGrant"))

# The fields for allowed routes of a listener and for allowed listeners of a Gateway.
admissions contains {"index": entry.index, "path": array.concat(entry.path, ["allowedRoutes", "namespaces"]), "namespaces": entry.listener.allowedRoutes.namespaces} if {
	some entry in listeners.all
}

admissions contains {"index": index, "path": objects.inside(index, ["spec", "allowedListeners", "namespaces"]), "namespaces": input.resources[index].object.spec.allowedListeners.namespaces} if {
	some index in objects.of_kind("gateway.networking.k8s.io/Gateway")
}

findings contains {"path": array.concat(admission.path, ["from"]), "message": message} if {
	some admission in admissions
	admission.namespaces.from == "All"
	message := $"every namespace can receive requests for the hosts of {input.resources[admission.index].id}"
}

findings contains {"path": array.concat(admission.path, ["selector"]), "message": message} if {
	some admission in admissions
	admission.namespaces.from == "Selector"
	selectors.everything(object.get(admission.namespaces, "selector", {}))
	message := $"every namespace can receive requests for the hosts of {input.resources[admission.index].id}: its selector matches all of them"
}

findings contains {"path": objects.inside(index, ["spec", "to", position]), "message": message} if {
	some index in objects.of_kind("gateway.networking.k8s.io/ReferenceGrant")
	some position, to in input.resources[index].object.spec.to
	object.get(to, "name", "") == ""
	message := $"{input.resources[index].id} grants access to every {to.kind} in its namespace, including future ones"
}
