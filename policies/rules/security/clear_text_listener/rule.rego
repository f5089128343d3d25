# METADATA
# title: Traffic enters without TLS
# description: Gateway listeners must use TLS, and an Ingress must reference a certificate.
# custom:
#   id: SEC-087
#   aliases: []
#   family: security
#   severity: high
#   scope: target
#   standards: [NSA C-0263]
#   covers: {threats: [transit], families: [network]}
#   rationale: |
#     Traffic between clouds and from consumers crosses other networks. A plain-text listener exposes passwords and tokens to all of
#     them. A redirect does not help: the first request is already sent.
#   remediation: Make the listener HTTPS with a certificate from cert-manager. Give an Ingress a `tls` entry.
#   since: 0.1.0
package altostrata.rules.security.clear_text_listener

import data.altostrata.lib.listeners
import data.altostrata.lib.objects

considered := count(objects.of_kinds(listeners.kinds)) + count(objects.of_kind("networking.k8s.io/Ingress"))

findings contains {"path": array.concat(entry.path, ["protocol"]), "message": message} if {
	some entry in listeners.all
	entry.listener.protocol in {"HTTP", "TCP"}
	message := $"listener {entry.listener.name} of {input.resources[entry.index].id} accepts plain-text requests"
}

findings contains {"path": objects.inside(index, ["spec", "tls"]), "message": message} if {
	some index in objects.of_kind("networking.k8s.io/Ingress")
	count(object.get(input.resources[index].object.spec, "tls", [])) == 0
	message := $"{input.resources[index].id} accepts plain-text requests: it references no certificate"
}
