# METADATA
# title: Ingress for a retired controller
# description: No Ingress may use ingress-nginx, which has had no fixes since March 2026.
# custom:
#   id: SEC-091
#   aliases: []
#   family: security
#   severity: high
#   scope: target
#   standards: [NSA C-0292]
#   covers: {threats: [supply], families: [network]}
#   rationale: |
#     Attackers search public proxies for flaws first, and this one gets no more fixes.
#   remediation: Publish the host through an HTTPRoute of the Gateway API.
#   since: 0.1.0
#   parameters:
#     classes:
#       description: Ingress classes of ingress-nginx.
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
	message := $"{input.resources[index].id} uses the class {class}, whose controller no longer gets fixes"
}

findings contains {"path": objects.inside(index, ["metadata", "annotations", key]), "message": message} if {
	some index in objects.of_kind("networking.k8s.io/Ingress")
	some key, _ in input.resources[index].object.metadata.annotations
	startswith(key, "nginx.ingress.kubernetes.io/")
	message := $"{input.resources[index].id} is written for ingress-nginx, which no longer gets fixes"
}

findings contains {"path": objects.inside(index, ["spec", "controller"]), "message": message} if {
	some index in objects.of_kind("networking.k8s.io/IngressClass")
	input.resources[index].object.spec.controller == "k8s.io/ingress-nginx"
	message := $"{input.resources[index].id} assigns Ingresses to ingress-nginx, which no longer gets fixes"
}
