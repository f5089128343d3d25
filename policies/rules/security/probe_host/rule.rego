# METADATA
# title: Probe targets another host
# description: A probe or lifecycle handler may not set a host.
# custom:
#   id: SEC-026
#   aliases: []
#   family: security
#   severity: medium
#   scope: target
#   standards: [PSS baseline]
#   covers: {threats: [isolation], families: [workloads]}
#   rationale: |
#     The kubelet sends probes from the node and bypasses every network policy. A probe with a host lets the manifest's author reach
#     addresses that only nodes can reach, and does not test the pod.
#   remediation: Remove `host`, so that the probe tests its own pod.
#   since: 0.1.0
package altostrata.rules.security.probe_host

import data.altostrata.lib.workloads

considered := count(input.containers)

handlers := [["livenessProbe"], ["readinessProbe"], ["startupProbe"], ["lifecycle", "postStart"], ["lifecycle", "preStop"]]

findings contains {"path": workloads.inside(container, array.concat(keys, [action, "host"])), "message": message} if {
	some container in input.containers
	some keys in handlers
	handler := object.get(container.spec, keys, {})
	some action in ["httpGet", "tcpSocket"]
	host := handler[action].host
	host != ""
	message := $"{workloads.title(container)} makes the node's kubelet call {host}"
}
