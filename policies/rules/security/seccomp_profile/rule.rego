# METADATA
# title: Container runs without a seccomp profile
# description: Every container, or its pod, must use the runtime's seccomp profile or one on the node.
# custom:
#   id: SEC-014
#   aliases: [SEC-015]
#   family: security
#   severity: medium
#   scope: target
#   standards: [PSS restricted, CIS 5.7.2, NSA C-0055]
#   covers: {threats: [isolation], families: [workloads]}
#   rationale: |
#     The node's kernel offers hundreds of system calls, and the flaws that let containers escape are in rarely used ones. The
#     runtime's default profile blocks those and breaks no ordinary program. Without the setting Kubernetes runs containers
#     unconfined.
#   remediation: Set `seccompProfile.type` to RuntimeDefault in the pod's security context.
#   since: 0.1.0
package altostrata.rules.security.seccomp_profile

import data.altostrata.lib.workloads

considered := count(input.containers)

findings contains {"path": path, "message": message} if {
	some container in input.containers
	workloads.linux(container)
	not confined(container)
	path := workloads.inside(container, ["securityContext", "seccompProfile", "type"])
	message := $"{workloads.title(container)} can make every system call of the node's kernel"
}

confined(container) if workloads.setting(container, "seccompProfile").type in {"RuntimeDefault", "Localhost"}
