# METADATA
# title: API token mounted by default
# description: A pod that does not use the Kubernetes API must not mount a token for it.
# custom:
#   id: SEC-074
#   aliases: []
#   family: security
#   severity: medium
#   scope: target
#   standards: [CIS 5.1.6, NSA C-0034]
#   covers: {threats: [identity], families: [workloads, access]}
#   rationale: |
#     Kubernetes mounts an API token into every pod by default, and an attacker in the pod starts with it. A pod that uses the API
#     sets `automountServiceAccountToken: true` and has a binding for its account. The rule accepts such pods.
#   remediation: Set `automountServiceAccountToken` to false in the pod, or in its ServiceAccount.
#   since: 0.1.0
package altostrata.rules.security.token_automount

import data.altostrata.lib.objects
import data.altostrata.lib.workloads

considered := count(input.pods)

findings contains finding if {
	some pod in input.pods
	not refused_by_pod(pod)
	not refused_by_account(pod)
	message := $"{pod.kind} {pod.name} mounts a token for the Kubernetes API by default, without using it"
	finding := object.union({"path": array.concat(pod.path, ["automountServiceAccountToken"]), "message": message}, undecided(pod))
}

# Missing objects that could still decide whether the token is needed.
undecided(pod) := {"missing": "rbac.authorization.k8s.io/RoleBinding"} if pod.spec.automountServiceAccountToken == true

undecided(pod) := {"missing": "ServiceAccount"} if {
	not pod.spec.automountServiceAccountToken
	not account(pod) in accounts
}

undecided(pod) := {} if {
	not pod.spec.automountServiceAccountToken
	account(pod) in accounts
}

account(pod) := [pod.namespace, workloads.account(pod)]

accounts contains [input.resources[index].namespace, input.resources[index].name] if {
	some index in objects.of_kind("ServiceAccount")
}

refused_by_pod(pod) if pod.spec.automountServiceAccountToken == false

# A pod that requests the token explicitly needs it.
refused_by_pod(pod) if {
	pod.spec.automountServiceAccountToken == true
	account(pod) in bound
}

refused_by_account(pod) if {
	not pod.spec.automountServiceAccountToken
	account(pod) in silent
}

silent contains [resource.namespace, resource.name] if {
	some index in objects.of_kind("ServiceAccount")
	resource := input.resources[index]
	resource.object.automountServiceAccountToken == false
}

# Accounts with rights from a binding.
bound contains [object.get(subject, "namespace", binding.namespace), subject.name] if {
	some index in objects.of_kinds(["rbac.authorization.k8s.io/RoleBinding", "rbac.authorization.k8s.io/ClusterRoleBinding"])
	binding := input.resources[index]
	some subject in binding.object.subjects
	subject.kind == "ServiceAccount"
}

# A token without an audience is for the API server, which rejects tokens with another audience.
findings contains {"path": array.concat(pod.path, ["volumes", position, "projected", "sources", part, "serviceAccountToken"]), "message": message, "missing": "rbac.authorization.k8s.io/RoleBinding"} if {
	some pod in input.pods
	some position, volume in pod.spec.volumes
	some part, source in volume.projected.sources
	is_object(source.serviceAccountToken)
	object.get(source.serviceAccountToken, "audience", "") == ""
	not account(pod) in bound
	message := $"{pod.kind} {pod.name} mounts a token for the Kubernetes API through {volume.name}, although its account has no rights there"
}
