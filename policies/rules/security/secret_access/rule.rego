# METADATA
# title: Role can read all Secrets
# description: A role may read Secrets only by name.
# custom:
#   id: SEC-062
#   aliases: []
#   family: security
#   severity: high
#   scope: target
#   standards: [CIS 5.1.2, NSA C-0186]
#   covers: {threats: [secrets], families: [access]}
#   rationale: |
#     The Secrets of a namespace belong to different programs. An account that lists them connects the least protected program with
#     the credentials of all others.
#   remediation: List the Secrets in `resourceNames` and allow only get, or mount them instead of reading them through the API.
#   since: 0.1.0
package altostrata.rules.security.secret_access

import data.altostrata.lib.access

considered := count(access.rules)

findings contains {"path": array.concat(entry.path, ["resources"]), "message": message} if {
	some entry in access.rules
	access.in_group(entry.rule, "")
	some resource in entry.rule.resources
	access.means(resource, "secrets")
	access.allows(entry.rule, reading)
	unnamed(entry.rule)
	message := "the role can read every Secret in its scope, including those of other programs"
}

# The API server returns the whole object after a write.
reading := {"get", "list", "watch", "update", "patch"}

unnamed(rule) if count(object.get(rule, "resourceNames", [])) == 0

# An empty name matches list requests, which have none.
unnamed(rule) if "" in rule.resourceNames
