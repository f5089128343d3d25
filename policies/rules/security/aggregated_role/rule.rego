# METADATA
# title: Role aggregated into built-in roles
# description: A ClusterRole may not be aggregated into admin, edit or view, nor gather the rights of all others or of those.
# custom:
#   id: SEC-076
#   aliases: []
#   family: security
#   severity: medium
#   scope: target
#   standards: []
#   covers: {threats: [privilege, governance], families: [access]}
#   rationale: |
#     Aggregation changes what others may do without a change of their bindings. Who reviews a binding to `edit` does not see what an
#     add-on put into it.
#   remediation: Remove the `rbac.authorization.k8s.io/aggregate-to-*` label and bind the role by name; aggregate by a label of your own.
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
	message := $"{input.resources[index].id} adds its rights to everybody who is bound to {role}, in every namespace"
}

findings contains {"path": objects.inside(index, ["aggregationRule", "clusterRoleSelectors", position]), "message": message} if {
	some index in objects.of_kind("rbac.authorization.k8s.io/ClusterRole")
	some position, selector in input.resources[index].object.aggregationRule.clusterRoleSelectors
	selectors.everything(selector)
	message := $"{input.resources[index].id} gathers the rights of every role, also of those that come later"
}

findings contains {"path": objects.inside(index, ["aggregationRule", "clusterRoleSelectors", position, "matchLabels"]), "message": message} if {
	some index in objects.of_kind("rbac.authorization.k8s.io/ClusterRole")
	some position, selector in input.resources[index].object.aggregationRule.clusterRoleSelectors
	some label, _ in selector.matchLabels
	startswith(label, "rbac.authorization.k8s.io/aggregate-to-")
	message := $"{input.resources[index].id} gathers what everybody gets who is bound to {trim_prefix(label, "rbac.authorization.k8s.io/aggregate-to-")}"
}
