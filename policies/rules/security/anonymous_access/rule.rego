# METADATA
# title: Rights for anonymous or all users
# description: No role may be bound to anonymous users or to all authenticated users.
# custom:
#   id: SEC-070
#   aliases: [SEC-071]
#   family: security
#   severity: critical
#   scope: target
#   standards: [NSA C-0262, NSA C-0265]
#   covers: {threats: [exposure], families: [access]}
#   rationale: |
#     `system:authenticated` includes every service account in the target, and at some providers every user of the whole cloud.
#     `system:anonymous` needs no login at all.
#   remediation: Bind the role to the service accounts or groups that need it.
#   since: 0.1.0
package altostrata.rules.security.anonymous_access

import data.altostrata.lib.access
import data.altostrata.lib.objects

considered := count(access.binding_indices)

everybody := {"system:anonymous", "system:unauthenticated", "system:authenticated", "system:serviceaccounts"}

findings contains {"path": objects.inside(index, ["subjects", position, "name"]), "message": message} if {
	some index in access.binding_indices
	some position, subject in input.resources[index].object.subjects
	subject.name in everybody
	message := $"{input.resources[index].id} grants its role to all members of {subject.name}"
}
