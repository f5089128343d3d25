# METADATA
# title: Workload uses the default service account
# description: Every workload must have its own service account.
# custom:
#   id: SEC-073
#   aliases: []
#   family: security
#   severity: medium
#   scope: target
#   standards: [CIS 5.1.5, NSA C-0189]
#   covers: {threats: [identity], families: [workloads, access]}
#   rationale: |
#     Rights and cloud identities belong to accounts. If programs share one, each gets what any of them needs, and audit logs cannot
#     tell them apart.
#   remediation: Create a ServiceAccount for the workload and name it in `serviceAccountName`.
#   since: 0.1.0
package altostrata.rules.security.default_service_account

import data.altostrata.lib.access
import data.altostrata.lib.objects
import data.altostrata.lib.workloads

considered := count(input.pods) + count(access.binding_indices)

findings contains {"path": array.concat(pod.path, ["serviceAccountName"]), "message": message} if {
	some pod in input.pods
	workloads.account(pod) == "default"
	message := $"{pod.kind} {pod.name} uses the service account `default`, like every other pod without its own"
}

findings contains {"path": objects.inside(index, ["subjects", position]), "message": message} if {
	some index in access.binding_indices
	some position, subject in input.resources[index].object.subjects
	subject.kind == "ServiceAccount"
	subject.name == "default"
	message := $"{input.resources[index].id} grants rights to every pod without its own service account"
}
