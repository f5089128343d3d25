# METADATA
# title: Binding to cluster-admin
# description: No subject may be bound to cluster-admin, nor to admin or edit in all namespaces.
# custom:
#   id: SEC-060
#   aliases: [SEC-072]
#   family: security
#   severity: critical
#   scope: target
#   standards: [CIS 5.1.1, CIS 5.1.7, NSA C-0185]
#   covers: {threats: [privilege], families: [access]}
#   rationale: |
#     An attacker who takes over an account bound to cluster-admin owns the target with all its systems and secrets. Controllers
#     whose installation guides ask for the role nearly always work with less.
#   remediation: Bind a role that lists the required resources and verbs.
#   since: 0.1.0
package altostrata.rules.security.cluster_admin_binding

import data.altostrata.lib.access
import data.altostrata.lib.objects

considered := count(access.binding_indices)

findings contains {"path": objects.inside(index, ["roleRef", "name"]), "message": message} if {
	some index in access.binding_indices
	input.resources[index].object.roleRef.name == "cluster-admin"
	message := $"{input.resources[index].id} grants all rights on everything"
}

# Every namespace includes kube-system, whose pods have more rights.
findings contains {"path": objects.inside(index, ["roleRef", "name"]), "message": message} if {
	some index in objects.of_kind("rbac.authorization.k8s.io/ClusterRoleBinding")
	role := input.resources[index].object.roleRef.name
	role in {"admin", "edit"}
	message := $"{input.resources[index].id} grants {role} in every namespace, and through pods in kube-system all rights"
}

findings contains {"path": objects.inside(index, ["subjects", position]), "message": message} if {
	some index in access.binding_indices
	some position, subject in input.resources[index].object.subjects
	subject.name == "system:masters"
	message := $"{input.resources[index].id} binds the group system:masters, whose members nothing can restrict"
}
