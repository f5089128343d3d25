# METADATA
# title: Container without resource requests or limits
# description: Every container must request CPU and memory and limit its memory.
# custom:
#   id: SEC-037
#   aliases: [SEC-038]
#   family: security
#   severity: medium
#   scope: target
#   standards: [NSA C-0268, NSA C-0269, NSA C-0270]
#   covers: {threats: [availability], families: [workloads]}
#   rationale: |
#     Without requests the scheduler places pods blindly. Without a memory limit one leak takes down other pods on the node. A CPU
#     limit is not required: it throttles programs even on an idle node.
#   remediation: Set `resources.requests` for cpu and memory and `resources.limits.memory`.
#   since: 0.1.0
package altostrata.rules.security.resources_undeclared

import data.altostrata.lib.workloads

considered := count(input.containers)

wanted := [["requests", "cpu"], ["requests", "memory"], ["limits", "memory"]]

findings contains {"path": path, "message": message} if {
	some container in input.containers
	container.type != "ephemeral"
	some [kind, name] in wanted
	not declares(container, kind, name)
	path := workloads.inside(container, ["resources", kind, name])
	message := $"{workloads.title(container)} has no {kind}.{name}: it can starve or starve other pods"
}

declares(container, kind, name) if container[kind][name] > 0

# Since Kubernetes 1.34 a pod can set it for all its containers.
declares(container, kind, name) if input.pods[container.pod].spec.resources[kind][name]
