# METADATA
# title: Container keeps Linux capabilities
# description: Every container must drop all capabilities, and may add only those that the settings allow.
# custom:
#   id: SEC-010
#   aliases: [SEC-011, SEC-012, SEC-013]
#   family: security
#   severity: high
#   scope: target
#   standards: [PSS restricted, CIS 5.2.8, CIS 5.2.9, CIS 5.2.10, NSA C-0046]
#   covers: {threats: [privilege], families: [workloads]}
#   rationale: |
#     Capabilities are parts of root's power: NET_RAW forges packets of other pods, SYS_ADMIN mounts file systems, SYS_PTRACE reads
#     other processes. Runtimes grant about a dozen by default, and almost no service needs any. A container may add back the
#     capability to listen on a port below 1024. Other exceptions belong in the settings or in a waiver.
#   remediation: Set `capabilities.drop` to [ALL] and add back only what the program needs.
#   since: 0.1.0
#   parameters:
#     allowed:
#       description: Capabilities that a container may add.
#       type: array
#       items: { type: string }
#       default: [NET_BIND_SERVICE]
package altostrata.rules.security.capabilities_kept

import data.altostrata.lib.workloads

considered := count(input.containers)

findings contains {"path": path, "message": message} if {
	some container in input.containers
	workloads.linux(container)
	not "ALL" in object.get(container.spec, ["securityContext", "capabilities", "drop"], [])
	path := workloads.inside(container, ["securityContext", "capabilities", "drop"])
	message := $"{workloads.title(container)} keeps the runtime's default capabilities"
}

findings contains {"path": path, "message": message} if {
	some container in input.containers
	some index, capability in container.spec.securityContext.capabilities.add
	not capability in input.parameters["SEC-010"].allowed
	path := workloads.inside(container, ["securityContext", "capabilities", "add", index])
	message := $"{workloads.title(container)} adds the capability {capability}, which is not allowed"
}
