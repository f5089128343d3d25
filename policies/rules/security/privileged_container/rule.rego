# METADATA
# title: Container runs privileged
# description: No container of any type may be privileged.
# custom:
#   id: SEC-001
#   aliases: []
#   family: security
#   severity: critical
#   scope: target
#   standards: [PSS baseline, CIS 5.2.2, NSA C-0057]
#   covers: {threats: [privilege], families: [workloads]}
#   rationale: |
#     A privileged container sees all devices of its node and is barely confined. One vulnerable process in it gives an attacker the
#     node, and with the node's credentials often the whole target. The rule also checks init and ephemeral containers, the usual way
#     around such rules.
#   remediation: Remove `privileged`, and add only the capability that the program needs.
#   since: 0.1.0
package altostrata.rules.security.privileged_container

import data.altostrata.lib.workloads

considered := count(input.containers)

findings contains {"path": path, "message": message} if {
	some container in input.containers
	container.spec.securityContext.privileged == true
	path := workloads.inside(container, ["securityContext", "privileged"])
	message := $"{workloads.title(container)} is privileged: an attacker who breaks into it owns the node"
}
