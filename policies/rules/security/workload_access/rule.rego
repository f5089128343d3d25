# METADATA
# title: Role that acts through pods or volumes
# description: A role may not start pods, run commands in them, or create persistent volumes.
# custom:
#   id: SEC-063
#   aliases: [SEC-065, SEC-077]
#   family: security
#   severity: high
#   scope: target
#   standards: [CIS 5.1.4, CIS 5.1.9, NSA C-0002, NSA C-0063, NSA C-0188]
#   covers: {threats: [privilege, isolation], families: [access]}
#   remediation: Remove the rule; let the pipeline create workloads, and people use a break-glass role that expires.
#   since: 0.1.0
package altostrata.rules.security.workload_access

import data.altostrata.lib.access

considered := count(access.rules)

# Each resource with what somebody gets who may create it.
powers := {
	"pods": "starts pods, and with them takes any service account and Secret of the namespace",
	"deployments": "starts pods, and with them takes any service account and Secret of the namespace",
	"statefulsets": "starts pods, and with them takes any service account and Secret of the namespace",
	"daemonsets": "starts pods on every node, and with them takes any service account and Secret of the namespace",
	"jobs": "starts pods, and with them takes any service account and Secret of the namespace",
	"cronjobs": "starts pods, and with them takes any service account and Secret of the namespace",
	"pods/exec": "runs commands inside pods of others",
	"pods/attach": "types into pods of others",
	"pods/portforward": "reaches ports of pods past every network policy",
	"persistentvolumes": "makes volumes of any path of a node",
}

findings contains {"path": array.concat(entry.path, ["resources", position]), "message": message} if {
	some entry in access.rules
	some position, resource in entry.rule.resources
	power := powers[resource]
	some verb in entry.rule.verbs
	verb in {"create", "*"}
	message := $"the role {power}"
}
