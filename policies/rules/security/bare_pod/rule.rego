# METADATA
# title: Pod without a controller
# description: Pods must be created by a workload, never declared directly.
# custom:
#   id: SEC-041
#   aliases: []
#   family: security
#   severity: low
#   scope: target
#   standards: [NSA C-0073]
#   covers: {threats: [availability], families: [workloads]}
#   rationale: |
#     A bare pod is not moved when its node is drained and not replaced when it is lost. It cannot be rolled out or back.
#   remediation: Declare a Deployment, StatefulSet or Job.
#   since: 0.1.0
package altostrata.rules.security.bare_pod

import data.altostrata.lib.objects

considered := count(input.pods)

findings contains {"path": ["resources", index, "object"], "message": message} if {
	some index in objects.of_kind("Pod")
	message := $"{input.resources[index].id} is lost together with its node: no workload recreates it"
}
