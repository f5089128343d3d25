# METADATA
# title: Ingress for a retired controller
# description: No Ingress may need ingress-nginx, which gets no fixes since March 2026.
# custom:
#   id: SEC-091
#   aliases: []
#   family: security
#   severity: high
#   scope: target
#   standards: [NSA C-0292]
#   covers: {threats: [supply], families: [network]}
#   rationale: |
#     A proxy that takes requests of everybody is where a flaw is found first, and nobody mends this one any more.
#   remediation: Publish the host by an HTTPRoute of the Gateway API.
#   since: 0.1.0
#   parameters:
#     classes:
#       description: Names of ingress classes that ingress-nginx serves.
#       type: array
#       items: { type: string }
#       default: [nginx]
package altostrata.rules.security.retired_ingress

import data.altostrata.lib.objects

considered := count(objects.of_kinds(["networking.k8s.io/Ingress", "networking.k8s.io/IngressClass"]))

findings contains {"path": objects.inside(index, ["spec", "ingressClassName"]), "message": message} if {
	some index in objects.of_kind("networking.k8s.io/Ingress")
	class := input.resources[index].object.spec.ingressClassName
	class in input.parameters["SEC-091"].classes
	message := $"{input.resources[index].id} asks for the class {class}: its controller gets no fixes any more"
}

findings contains {"path": objects.inside(index, ["metadata", "annotations", key]), "message": message} if {
	some index in objects.of_kind("networking.k8s.io/Ingress")
	some key, _ in input.resources[index].object.metadata.annotations
	startswith(key, "nginx.ingress.kubernetes.io/")
	message := $"{input.resources[index].id} is written for ingress-nginx, which gets no fixes any more"
}

findings contains {"path": objects.inside(index, ["spec", "controller"]), "message": message} if {
	some index in objects.of_kind("networking.k8s.io/IngressClass")
	input.resources[index].object.spec.controller == "k8s.io/ingress-nginx"
	message := $"{input.resources[index].id} hands Ingresses to ingress-nginx, which gets no fixes any more"
}
