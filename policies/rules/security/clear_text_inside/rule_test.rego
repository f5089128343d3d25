package altostrata.rules.security.clear_text_inside_test

import data.altostrata.lib.testing
import data.altostrata.rules.security.clear_text_inside as rule

test_each_kind if {
	count(rule.findings) == 3 with input as testing.with_objects([
		["security.istio.io/PeerAuthentication", {"spec": {"mtls": {"mode": "PERMISSIVE"}}}],
		["networking.istio.io/DestinationRule", {"spec": {"host": "web", "trafficPolicy": {"tls": {"mode": "DISABLE"}}}}],
		["monitoring.coreos.com/ServiceMonitor", {"spec": {"endpoints": [{"tlsConfig": {"insecureSkipVerify": true}}, {}]}}],
	])
}

test_scalers if {
	triggers := [{"metadata": {"serverAddress": "http://metrics:9090"}}, {"metadata": {"serverAddress": "https://metrics:9090", "unsafeSsl": "true"}}]
	count(rule.findings) == 2 with input as testing.with_objects([["keda.sh/ScaledObject", {"spec": {"triggers": triggers}}]])
}

test_single_ports if {
	count(rule.findings) == 2 with input as testing.with_objects([
		["security.istio.io/PeerAuthentication", {"spec": {"portLevelMtls": {"8080": {"mode": "DISABLE"}, "8443": {"mode": "STRICT"}}}}],
		["networking.istio.io/DestinationRule", {"spec": {"host": "web", "trafficPolicy": {"portLevelSettings": [{"tls": {"mode": "DISABLE"}}]}}}],
	])
}
