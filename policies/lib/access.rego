# METADATA
# title: Roles and bindings
# description: The rules of all roles and the subjects of all bindings, each with its path.
package altostrata.lib.access

import data.altostrata.lib.objects

role_indices := objects.of_kinds(["rbac.authorization.k8s.io/Role", "rbac.authorization.k8s.io/ClusterRole"])

binding_indices := objects.of_kinds(["rbac.authorization.k8s.io/RoleBinding", "rbac.authorization.k8s.io/ClusterRoleBinding"])

rules contains {"path": objects.inside(index, ["rules", position]), "rule": rule} if {
	some index in role_indices
	some position, rule in input.resources[index].object.rules
}

# Whether a rule of a role allows something on something, by name or by `*`.
allows(rule, resource, verb) if {
	some name in rule.resources
	name in {resource, "*"}
	some allowed in rule.verbs
	allowed in {verb, "*"}
}
