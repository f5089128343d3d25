# METADATA
# title: Role that can grant itself more
# description: No role may escalate, bind or impersonate, issue tokens, approve certificates, write admission webhooks or reach nodes directly.
# custom:
#   id: SEC-064
#   aliases: [SEC-066, SEC-067, SEC-068, SEC-069]
#   family: security
#   severity: critical
#   scope: target
#   standards: [CIS 5.1.8, CIS 5.1.10, CIS 5.1.11, CIS 5.1.12, CIS 5.1.13, NSA C-0191]
#   covers: {threats: [privilege], families: [access]}
#   remediation: Remove the verb or resource; let an administrator's pipeline create roles and bindings.
#   since: 0.1.0
package altostrata.rules.security.privilege_granting

import data.altostrata.lib.access

considered := count(access.rules)

powerful_verbs := {"escalate", "bind", "impersonate", "approve"}

powerful_resources := {"serviceaccounts/token", "nodes/proxy", "validatingwebhookconfigurations", "mutatingwebhookconfigurations"}

writing := {"create", "update", "patch", "get", "*"}

findings contains {"path": array.concat(entry.path, ["verbs", position]), "message": message} if {
	some entry in access.rules
	some position, verb in entry.rule.verbs
	verb in powerful_verbs
	message := $"the verb {verb} lets the account give itself any other right"
}

findings contains {"path": array.concat(entry.path, ["resources", position]), "message": message} if {
	some entry in access.rules
	some position, resource in entry.rule.resources
	resource in powerful_resources
	some verb in entry.rule.verbs
	verb in writing
	message := $"access to {resource} lets the account act with the rights of others"
}
