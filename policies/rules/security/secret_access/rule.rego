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
#     Secrets of a namespace belong to different programs. An account that lists them is a way from the least protected program to
#     the credentials of all others.
#   remediation: Name the Secrets in `resourceNames` and allow only get, or mount them instead of reading them by the API.
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
	message := "the role reads every Secret in its reach, also those of other programs"
}

# The answer to a change is the whole object.
reading := {"get", "list", "watch", "update", "patch"}

unnamed(rule) if count(object.get(rule, "resourceNames", [])) == 0

# The empty name fits a list, which has none.
unnamed(rule) if "" in rule.resourceNames
