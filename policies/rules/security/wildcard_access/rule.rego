# METADATA
# title: Role with a wildcard
# description: A role must name its verbs, resources and API groups.
# custom:
#   id: SEC-061
#   aliases: []
#   family: security
#   severity: critical
#   scope: target
#   standards: [CIS 5.1.3, NSA C-0187]
#   covers: {threats: [privilege], families: [access]}
#   rationale: |
#     A wildcard grants what its author never read: `*` on resources includes Secrets and the tokens of other accounts, `*` on
#     verbs includes impersonation. It also grows with every add-on that is installed later.
#   remediation: Replace `*` by the verbs, resources and groups that are needed.
#   since: 0.1.0
package altostrata.rules.security.wildcard_access

import data.altostrata.lib.access

considered := count(access.rules)

findings contains {"path": array.concat(entry.path, [key, position]), "message": message} if {
	some entry in access.rules
	some key in ["verbs", "resources", "apiGroups", "nonResourceURLs"]
	some position, value in entry.rule[key]
	everything(value)
	message := $"the role allows {value} as {key}, also those that a later version of Kubernetes or an add-on brings"
}

everything(value) if value in {"*", "/*"}

# One part of every resource, such as `*/exec`.
everything(value) if startswith(value, "*/")
