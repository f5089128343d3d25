# METADATA
# title: Unencrypted traffic inside the target
# description: A mesh may not accept plain text, and monitors and scalers must verify the certificates of their peers.
# custom:
#   id: SEC-093
#   aliases: []
#   family: security
#   severity: medium
#   scope: target
#   standards: []
#   covers: {threats: [transit], families: [network, operations]}
#   rationale: |
#     Other tenants share the nodes and links of a target. Plain text, or traffic to a peer without certificate checks, can be read
#     and changed in transit.
#   remediation: Set mutual TLS to STRICT, and remove the settings that disable certificate checks.
#   since: 0.1.0
package altostrata.rules.security.clear_text_inside

import data.altostrata.lib.objects

considered := count(objects.of_kinds(["security.istio.io/PeerAuthentication", "networking.istio.io/DestinationRule", "monitoring.coreos.com/PodMonitor", "monitoring.coreos.com/ServiceMonitor", "keda.sh/ScaledObject"]))

findings contains {"path": objects.inside(index, ["spec", "mtls", "mode"]), "message": message} if {
	some index in objects.of_kind("security.istio.io/PeerAuthentication")
	mode := input.resources[index].object.spec.mtls.mode
	mode in {"PERMISSIVE", "DISABLE"}
	message := $"{input.resources[index].id} allows plain-text traffic between pods: its mode is {mode}"
}

findings contains {"path": objects.inside(index, ["spec", "trafficPolicy", "tls", "mode"]), "message": message} if {
	some index in objects.of_kind("networking.istio.io/DestinationRule")
	input.resources[index].object.spec.trafficPolicy.tls.mode == "DISABLE"
	message := $"{input.resources[index].id} disables TLS to {input.resources[index].object.spec.host}"
}

findings contains {"path": objects.inside(index, ["spec", "portLevelMtls", port, "mode"]), "message": message} if {
	some index in objects.of_kind("security.istio.io/PeerAuthentication")
	some port, settings in input.resources[index].object.spec.portLevelMtls
	settings.mode in {"PERMISSIVE", "DISABLE"}
	message := $"{input.resources[index].id} allows plain-text traffic on port {port}: its mode is {settings.mode}"
}

findings contains {"path": objects.inside(index, ["spec", "trafficPolicy", "portLevelSettings", position, "tls", "mode"]), "message": message} if {
	some index in objects.of_kind("networking.istio.io/DestinationRule")
	some position, settings in input.resources[index].object.spec.trafficPolicy.portLevelSettings
	settings.tls.mode == "DISABLE"
	message := $"{input.resources[index].id} disables TLS to one port of {input.resources[index].object.spec.host}"
}

findings contains {"path": objects.inside(index, ["spec", list, position, "tlsConfig", "insecureSkipVerify"]), "message": message} if {
	some kind, list in {"PodMonitor": "podMetricsEndpoints", "ServiceMonitor": "endpoints"}
	some index in objects.of_kind($"monitoring.coreos.com/{kind}")
	some position, endpoint in input.resources[index].object.spec[list]
	endpoint.tlsConfig.insecureSkipVerify == true
	message := $"{input.resources[index].id} does not verify the server's certificate, so an impostor can read its credentials"
}

findings contains {"path": objects.inside(index, ["spec", "triggers", position, "metadata", "serverAddress"]), "message": message} if {
	some index in objects.of_kind("keda.sh/ScaledObject")
	some position, trigger in input.resources[index].object.spec.triggers
	startswith(trigger.metadata.serverAddress, "http://")
	message := $"{input.resources[index].id} queries its load in plain text: anyone on the network path can change the number of pods"
}

findings contains {"path": objects.inside(index, ["spec", "triggers", position, "metadata", "unsafeSsl"]), "message": message} if {
	some index in objects.of_kind("keda.sh/ScaledObject")
	some position, trigger in input.resources[index].object.spec.triggers
	trigger.metadata.unsafeSsl == "true"
	message := $"{input.resources[index].id} does not verify the server's certificate, so an impostor can read its credentials"
}
