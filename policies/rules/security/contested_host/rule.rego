# METADATA
# title: Host claimed by two namespaces
# description: Routes of one host may not come from two namespaces of a target.
# custom:
#   id: SEC-094
#   aliases: []
#   family: security
#   severity: medium
#   scope: target
#   standards: []
#   covers: {threats: [isolation], families: [network]}
#   remediation: Let one namespace own the host, and route to the other by a ReferenceGrant.
#   since: 0.1.0
package altostrata.rules.security.contested_host

import data.altostrata.lib.objects

kinds := ["gateway.networking.k8s.io/HTTPRoute", "gateway.networking.k8s.io/GRPCRoute", "gateway.networking.k8s.io/TLSRoute"]

considered := count(objects.of_kinds(kinds))

owners[host] contains input.resources[index].namespace if {
	some index in objects.of_kinds(kinds)
	some host in input.resources[index].object.spec.hostnames
}

findings contains {"path": objects.inside(index, ["spec", "hostnames", position]), "message": message} if {
	some index in objects.of_kinds(kinds)
	some position, host in input.resources[index].object.spec.hostnames
	count(owners[host]) > 1
	message := $"{host} is claimed in {count(owners[host])} namespaces: the older route wins, whichever that is after a recovery"
}
