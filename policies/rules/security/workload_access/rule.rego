# METADATA
# title: Role can act through pods or volumes
# description: A role may not start pods, run commands in them, or create persistent volumes.
# custom:
#   id: SEC-063
#   aliases: [SEC-065, SEC-077]
#   family: security
#   severity: high
#   scope: target
#   standards: [CIS 5.1.4, CIS 5.1.9, NSA C-0002, NSA C-0063, NSA C-0188]
#   covers: {threats: [privilege, isolation], families: [access]}
#   rationale: |
#     Anyone who can start a pod can choose its service account and mount its Secrets, so the right to create pods is the right to be
#     everybody in the namespace. A shell in a running pod gives the same, without a trace in the desired state.
#   remediation: Remove the rule; let the pipeline create workloads, and people use a break-glass role that expires.
#   since: 0.1.0
package altostrata.rules.security.workload_access

import data.altostrata.lib.access

considered := count(access.rules)

writing := {"create", "update", "patch"}

starting := "starts pods, and with them takes any service account and Secret of the namespace"

deploying := "hands manifests to a deployer, and acts with its rights"

# Each resource with the verbs that count, and with what somebody gets who may use them.
powers := {
	"": {
		"pods": [writing, starting],
		"replicationcontrollers": [writing, starting],
		"pods/ephemeralcontainers": [{"update", "patch"}, "starts programs inside pods of others"],
		# Web sockets are opened by GET.
		"pods/exec": [{"create", "get"}, "runs commands inside pods of others"],
		"pods/attach": [{"create", "get"}, "types into pods of others"],
		"pods/portforward": [{"create", "get"}, "reaches ports of pods past every network policy"],
		"pods/proxy": [{"create", "get", "update", "patch", "delete"}, "reaches ports of pods past every network policy"],
		"services/proxy": [{"create", "get", "update", "patch", "delete"}, "reaches ports of pods past every network policy"],
		"persistentvolumes": [writing, "makes volumes of any path of a node"],
	},
	"apps": {
		"deployments": [writing, starting],
		"replicasets": [writing, starting],
		"statefulsets": [writing, starting],
		"daemonsets": [writing, "starts pods on every node, and with them takes any service account and Secret of the namespace"],
	},
	"batch": {
		"jobs": [writing, starting],
		"cronjobs": [writing, starting],
	},
	"keda.sh": {"scaledjobs": [writing, starting]},
	"argoproj.io": {
		"rollouts": [writing, starting],
		"workflows": [writing, starting],
		"applications": [writing, deploying],
	},
	"kustomize.toolkit.fluxcd.io": {"kustomizations": [writing, deploying]},
	"helm.toolkit.fluxcd.io": {"helmreleases": [writing, deploying]},
}

findings contains {"path": array.concat(entry.path, ["resources", position]), "message": message} if {
	some entry in access.rules
	some group, resources in powers
	access.in_group(entry.rule, group)
	some position, named in entry.rule.resources

	# Every resource at once is a finding of its own.
	named != "*"
	some resource, [verbs, power] in resources
	access.means(named, resource)
	access.allows(entry.rule, verbs)
	message := $"the role {power}"
}
