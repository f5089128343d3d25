# METADATA
# title: Workload uses the default service account
# description: Every workload must run as a service account of its own.
# custom:
#   id: SEC-073
#   aliases: []
#   family: security
#   severity: medium
#   scope: target
#   standards: [CIS 5.1.5, NSA C-0189]
#   covers: {threats: [identity], families: [workloads, access]}
#   rationale: |
#     Rights and cloud identities are given to accounts. While several programs share one, whatever one of them needs is given to
#     all of them, and audit logs cannot tell them apart.
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
	message := $"{pod.kind} {pod.name} shares the account `default` with everything else in the namespace"
}

findings contains {"path": objects.inside(index, ["subjects", position]), "message": message} if {
	some index in access.binding_indices
	some position, subject in input.resources[index].object.subjects
	subject.kind == "ServiceAccount"
	subject.name == "default"
	message := $"{input.resources[index].id} gives rights to every pod that names no account of its own"
}
