# METADATA
# title: Role aggregated into built-in roles
# description: A ClusterRole may not aggregate into admin, edit or view, nor collect the rules of those or of all roles.
# custom:
#   id: SEC-076
#   aliases: []
#   family: security
#   severity: medium
#   scope: target
#   standards: []
#   covers: {threats: [privilege, governance], families: [access]}
#   rationale: |
#     Aggregation changes what others may do without a change to their bindings. A review of a binding to `edit` does not show what
#     an add-on added to it.
#   remediation: Remove the `rbac.authorization.k8s.io/aggregate-to-*` label and bind the role by name, or aggregate by your own label.
#   since: 0.1.0
package altostrata.rules.security.aggregated_role

import data.altostrata.lib.objects
import data.altostrata.lib.selectors

considered := count(objects.of_kind("rbac.authorization.k8s.io/ClusterRole"))

findings contains {"path": objects.inside(index, ["metadata", "labels", label]), "message": message} if {
	some index in objects.of_kind("rbac.authorization.k8s.io/ClusterRole")
	some label, value in input.resources[index].object.metadata.labels
	startswith(label, "rbac.authorization.k8s.io/aggregate-to-")
	value == "true"
	role := trim_prefix(label, "rbac.authorization.k8s.io/aggregate-to-")
	message := $"{input.resources[index].id} adds its rights to every subject bound to {role}, in every namespace"
}

findings contains {"path": objects.inside(index, ["aggregationRule", "clusterRoleSelectors", position]), "message": message} if {
	some index in objects.of_kind("rbac.authorization.k8s.io/ClusterRole")
	some position, selector in input.resources[index].object.aggregationRule.clusterRoleSelectors
	selectors.everything(selector)
	message := $"{input.resources[index].id} collects the rights of every role, including future ones"
}

findings contains {"path": objects.inside(index, ["aggregationRule", "clusterRoleSelectors", position, "matchLabels"]), "message": message} if {
	some index in objects.of_kind("rbac.authorization.k8s.io/ClusterRole")
	some position, selector in input.resources[index].object.aggregationRule.clusterRoleSelectors
	some label, _ in selector.matchLabels
	startswith(label, "rbac.authorization.k8s.io/aggregate-to-")
	message := $"{input.resources[index].id} collects all rights that are aggregated into {trim_prefix(label, "rbac.authorization.k8s.io/aggregate-to-")}"
}
