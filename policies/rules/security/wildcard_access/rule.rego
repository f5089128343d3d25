# METADATA
# title: Role with a wildcard
# description: A role must list its verbs, resources and API groups.
# custom:
#   id: SEC-061
#   aliases: []
#   family: security
#   severity: critical
#   scope: target
#   standards: [CIS 5.1.3, NSA C-0187]
#   covers: {threats: [privilege], families: [access]}
#   rationale: |
#     A wildcard grants more than its author checked: `*` on resources includes Secrets and the tokens of other accounts, `*` on
#     verbs includes impersonation. It also grows with every add-on installed later.
#   remediation: Replace `*` with the required verbs, resources and groups.
#   since: 0.1.0
package altostrata.rules.security.wildcard_access

import data.altostrata.lib.access

considered := count(access.rules)

findings contains {"path": array.concat(entry.path, [key, position]), "message": message} if {
	some entry in access.rules
	some key in ["verbs", "resources", "apiGroups", "nonResourceURLs"]
	some position, value in entry.rule[key]
	everything(value)
	message := $"the role allows {value} as {key}, including those that a later Kubernetes version or add-on adds"
}

everything(value) if value in {"*", "/*"}

# A subresource of every resource, such as `*/exec`.
everything(value) if startswith(value, "*/")
