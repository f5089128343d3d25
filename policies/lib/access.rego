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

# Whether a role's rule covers an API group. A rule without groups could cover any.
in_group(rule, group) if {
	some named in object.get(rule, "apiGroups", ["*"])
	named in {group, "*"}
}

# Whether a role's resource name matches this resource: by name, by `*`, or by `*/` before a subresource.
means(named, resource) if named in {resource, "*"}

means(named, resource) if {
	startswith(named, "*/")
	endswith(resource, trim_prefix(named, "*"))
}

# The first of these verbs that a rule allows, by name or by `*`.
allows(rule, verbs) if {
	some allowed in rule.verbs
	allowed in (verbs | {"*"})
}
