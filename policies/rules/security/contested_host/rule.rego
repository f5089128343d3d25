# METADATA
# title: Host claimed by two namespaces
# description: Routes for one host may not come from two namespaces of a target.
# custom:
#   id: SEC-094
#   aliases: []
#   family: security
#   severity: medium
#   scope: target
#   standards: []
#   covers: {threats: [isolation], families: [network]}
#   rationale: |
#     The older of two routes wins. After the target is rebuilt, the other one may be older, and consumers with their cookies reach a
#     program that was never meant to see them.
#   remediation: Let one namespace own the host, and route to the other one through a ReferenceGrant.
#   since: 0.1.0
package altostrata.rules.security.contested_host

import data.altostrata.lib.objects

routes := objects.of_kinds(["gateway.networking.k8s.io/HTTPRoute", "gateway.networking.k8s.io/GRPCRoute", "gateway.networking.k8s.io/TLSRoute"])

ingresses := objects.of_kind("networking.k8s.io/Ingress")

considered := count(routes) + count(ingresses)

# Host names are case-insensitive.
claims contains {"path": objects.inside(index, ["spec", "hostnames", position]), "host": lower(host), "namespace": input.resources[index].namespace} if {
	some index in routes
	some position, host in input.resources[index].object.spec.hostnames
}

claims contains {"path": objects.inside(index, ["spec", "rules", position, "host"]), "host": lower(rule.host), "namespace": input.resources[index].namespace} if {
	some index in ingresses
	some position, rule in input.resources[index].object.spec.rules
}

owners[claim.host] contains claim.namespace if some claim in claims

findings contains {"path": claim.path, "message": message} if {
	some claim in claims
	count(owners[claim.host]) > 1
	message := $"{claim.host} is claimed in {count(owners[claim.host])} namespaces: the older route wins, and a rebuild can change which one that is"
}
