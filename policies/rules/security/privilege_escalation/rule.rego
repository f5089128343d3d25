# METADATA
# title: Container may gain privileges
# description: Every container must set `allowPrivilegeEscalation` to false. Kubernetes' default is true.
# custom:
#   id: SEC-005
#   aliases: [SEC-035]
#   family: security
#   severity: high
#   scope: target
#   standards: [PSS restricted, CIS 5.2.6, NSA C-0016]
#   covers: {threats: [privilege], families: [workloads]}
#   rationale: |
#     With escalation allowed, a program with the setuid bit (`su`, `ping`, a forgotten helper) turns an ordinary process into root
#     inside the container. With this setting at false the kernel refuses that for the whole container, and no ordinary program needs
#     it.
#   remediation: Set `securityContext.allowPrivilegeEscalation` to false on the container.
#   since: 0.1.0
package altostrata.rules.security.privilege_escalation

import data.altostrata.lib.workloads

considered := count(input.containers)

findings contains {"path": path, "message": message} if {
	some container in input.containers
	workloads.linux(container)
	object.get(container.spec, ["securityContext", "allowPrivilegeEscalation"], true) != false
	path := workloads.inside(container, ["securityContext", "allowPrivilegeEscalation"])
	message := $"{workloads.title(container)} can gain more privileges than it started with"
}
