# METADATA
# title: Role that grows the roles of everybody
# description: A ClusterRole may not be aggregated into admin, edit or view.
# custom:
#   id: SEC-076
#   aliases: []
#   family: security
#   severity: medium
#   scope: target
#   standards: []
#   covers: {threats: [privilege, governance], families: [access]}
#   remediation: Remove the `rbac.authorization.k8s.io/aggregate-to-*` label and bind the role by name.
#   since: 0.1.0
package altostrata.rules.security.aggregated_role

import data.altostrata.lib.objects

considered := count(objects.of_kind("rbac.authorization.k8s.io/ClusterRole"))

findings contains {"path": objects.inside(index, ["metadata", "labels", label]), "message": message} if {
	some index in objects.of_kind("rbac.authorization.k8s.io/ClusterRole")
	some label, value in input.resources[index].object.metadata.labels
	startswith(label, "rbac.authorization.k8s.io/aggregate-to-")
	value == "true"
	role := trim_prefix(label, "rbac.authorization.k8s.io/aggregate-to-")
	message := $"{input.resources[index].id} adds its rights to everybody who is bound to {role}, in every namespace"
}
