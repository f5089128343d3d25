# METADATA
# title: Service exposes a node port
# description: No Service may be of type NodePort or claim external addresses.
# custom:
#   id: SEC-085
#   aliases: [SEC-086]
#   family: security
#   severity: high
#   scope: target
#   standards: [NSA C-0256]
#   covers: {threats: [exposure], families: [network]}
#   rationale: |
#     A NodePort bypasses the gateway and its TLS, and depends on node addresses, which change. `externalIPs` lets anyone who can
#     create Services receive traffic meant for others (CVE-2020-8554).
#   remediation: Use ClusterIP behind the gateway, or a LoadBalancer with source ranges.
#   since: 0.1.0
package altostrata.rules.security.node_exposure

import data.altostrata.lib.objects

considered := count(objects.of_kind("Service"))

findings contains {"path": objects.inside(index, ["spec", "type"]), "message": message} if {
	some index in objects.of_kind("Service")
	input.resources[index].object.spec.type == "NodePort"
	message := $"{input.resources[index].id} opens a port on every node of the target"
}

findings contains {"path": objects.inside(index, ["spec", "externalIPs"]), "message": message} if {
	some index in objects.of_kind("Service")
	count(input.resources[index].object.spec.externalIPs) > 0
	message := $"{input.resources[index].id} claims external addresses, which Kubernetes does not validate: it can intercept traffic of others"
}
