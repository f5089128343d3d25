# METADATA
# title: Probe targets another host
# description: A probe or lifecycle handler may not name a host.
# custom:
#   id: SEC-026
#   aliases: []
#   family: security
#   severity: medium
#   scope: target
#   standards: [PSS baseline]
#   covers: {threats: [isolation], families: [workloads]}
#   rationale: |
#     The kubelet sends the probe from the node, past every network policy. A probe that names a host lets whoever writes the manifest
#     reach what only nodes reach, and tells nothing about the pod.
#   remediation: Remove `host`, so that the probe asks its own pod.
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
	message := $"{workloads.title(container)} lets the node's kubelet call {host}"
}
