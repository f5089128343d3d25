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
#   remediation: Create a ServiceAccount for the workload and name it in `serviceAccountName`.
#   since: 0.1.0
package altostrata.rules.security.default_service_account

considered := count(input.pods)

findings contains {"path": array.concat(pod.path, ["serviceAccountName"]), "message": message} if {
	some pod in input.pods
	object.get(pod.spec, "serviceAccountName", "default") in {"default", ""}
	message := $"{pod.kind} {pod.name} shares the account `default` with everything else in the namespace"
}
