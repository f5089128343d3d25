# METADATA
# title: Route for every host name
# description: Routes and listeners must name the hosts they answer for.
# custom:
#   id: SEC-089
#   aliases: []
#   family: security
#   severity: medium
#   scope: target
#   standards: []
#   covers: {threats: [exposure], families: [network]}
#   remediation: Name the hosts, as system.yaml declares them.
#   since: 0.1.0
package altostrata.rules.security.catch_all_host

import data.altostrata.lib.objects

considered := count(objects.of_kinds(["gateway.networking.k8s.io/HTTPRoute", "networking.k8s.io/Ingress"]))

findings contains {"path": objects.inside(index, ["spec", "hostnames"]), "message": message} if {
	some index in objects.of_kind("gateway.networking.k8s.io/HTTPRoute")
	count(object.get(input.resources[index].object.spec, "hostnames", [])) == 0
	message := $"{input.resources[index].id} answers for every host name that reaches its gateway"
}

findings contains {"path": objects.inside(index, ["spec", "hostnames", position]), "message": message} if {
	some index in objects.of_kind("gateway.networking.k8s.io/HTTPRoute")
	some position, host in input.resources[index].object.spec.hostnames
	startswith(host, "*")
	message := $"{input.resources[index].id} answers for all names in {host}, also those of other systems"
}

findings contains {"path": objects.inside(index, ["spec", "rules", position, "host"]), "message": message} if {
	some index in objects.of_kind("networking.k8s.io/Ingress")
	some position, rule in input.resources[index].object.spec.rules
	host := object.get(rule, "host", "*")
	startswith(host, "*")
	message := $"{input.resources[index].id} answers for all names in {host}, also those of other systems"
}
