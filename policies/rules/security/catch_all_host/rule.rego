# METADATA
# title: Route matches every host
# description: Routes and listeners must name their hosts.
# custom:
#   id: SEC-089
#   aliases: []
#   family: security
#   severity: medium
#   scope: target
#   standards: []
#   covers: {threats: [exposure], families: [network]}
#   rationale: |
#     Several systems share a gateway. A route without hosts, or with a wildcard, can receive requests for another system's name, now
#     or when that system is added.
#   remediation: Name the hosts that system.yaml declares.
#   since: 0.1.0
package altostrata.rules.security.catch_all_host

import data.altostrata.lib.listeners
import data.altostrata.lib.objects

routes := objects.of_kinds([
	"gateway.networking.k8s.io/HTTPRoute",
	"gateway.networking.k8s.io/GRPCRoute",
	"gateway.networking.k8s.io/TLSRoute",
])

ingresses := objects.of_kind("networking.k8s.io/Ingress")

considered := (count(routes) + count(ingresses)) + count(listeners.all)

findings contains {"path": objects.inside(index, ["spec", "hostnames"]), "message": message} if {
	some index in routes
	count(object.get(input.resources[index].object.spec, "hostnames", [])) == 0
	message := $"{input.resources[index].id} matches every host name that reaches its gateway"
}

findings contains {"path": objects.inside(index, ["spec", "hostnames", position]), "message": message} if {
	some index in routes
	some position, host in input.resources[index].object.spec.hostnames
	startswith(host, "*")
	message := $"{input.resources[index].id} matches all names in {host}, including those of other systems"
}

findings contains {"path": array.concat(entry.path, ["hostname"]), "message": message} if {
	some entry in listeners.all
	startswith(object.get(entry.listener, "hostname", "*"), "*")
	message := $"listener {entry.listener.name} of {input.resources[entry.index].id} accepts requests for any host name"
}

findings contains {"path": objects.inside(index, ["spec", "rules", position, "host"]), "message": message} if {
	some index in ingresses
	some position, rule in input.resources[index].object.spec.rules
	host := object.get(rule, "host", "*")
	startswith(host, "*")
	message := $"{input.resources[index].id} matches all names in {host}, including those of other systems"
}

findings contains {"path": objects.inside(index, ["spec", "defaultBackend"]), "message": message} if {
	some index in ingresses
	is_object(input.resources[index].object.spec.defaultBackend)
	message := $"{input.resources[index].id} matches every host name that no other rule matches"
}
