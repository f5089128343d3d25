# METADATA
# title: Role allows privilege escalation
# description: No role may escalate, bind or impersonate, issue tokens, approve certificates, write admission webhooks or access nodes directly.
# custom:
#   id: SEC-064
#   aliases: [SEC-066, SEC-067, SEC-068, SEC-069]
#   family: security
#   severity: critical
#   scope: target
#   standards: [CIS 5.1.8, CIS 5.1.10, CIS 5.1.11, CIS 5.1.12, CIS 5.1.13, NSA C-0191]
#   covers: {threats: [privilege], families: [access]}
#   rationale: |
#     These few verbs and resources turn a small role into any role. A subject that may bind can bind cluster-admin. One that may
#     issue tokens can become another account. One that writes admission webhooks can read and change every created object.
#   remediation: Remove the verb or resource, and let an administrator's pipeline create roles and bindings.
#   since: 0.1.0
package altostrata.rules.security.privilege_granting

import data.altostrata.lib.access

considered := count(access.rules)

powerful_verbs := {"escalate", "bind", "approve", "sign"}

writing := {"create", "update", "patch", "delete", "deletecollection"}

# Resources that let the holder act with the rights of others, each with the relevant verbs.
powerful := {
	"": {
		"serviceaccounts/token": {"create"},
		"nodes/proxy": {"get", "create", "update", "patch", "delete"},
		# A namespace's labels decide which pods it accepts.
		"namespaces": {"update", "patch"},
	},
	"admissionregistration.k8s.io": {
		"validatingwebhookconfigurations": writing,
		"mutatingwebhookconfigurations": writing,
		"validatingadmissionpolicies": writing,
		"validatingadmissionpolicybindings": writing,
		"mutatingadmissionpolicies": writing,
		"mutatingadmissionpolicybindings": writing,
	},
	"apiregistration.k8s.io": {"apiservices": writing},
	"certificates.k8s.io": {"certificatesigningrequests/approval": {"update", "patch"}},
}

findings contains {"path": array.concat(entry.path, ["verbs", position]), "message": message} if {
	some entry in access.rules
	some position, verb in entry.rule.verbs
	grants(verb)
	message := $"the verb {verb} lets the account grant itself any right"
}

grants(verb) if verb in powerful_verbs

# Includes narrower forms such as `impersonate:serviceaccount`.
grants(verb) if startswith(verb, "impersonate")

findings contains {"path": array.concat(entry.path, ["resources", position]), "message": message} if {
	some entry in access.rules
	some group, resources in powerful
	access.in_group(entry.rule, group)
	some position, named in entry.rule.resources

	# `*` is reported by another rule.
	named != "*"
	some resource, verbs in resources
	access.means(named, resource)
	access.allows(entry.rule, verbs)
	message := $"access to {resource} lets the account act with the rights of others"
}
