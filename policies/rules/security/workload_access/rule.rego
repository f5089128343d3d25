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
#     Anyone who can start a pod can choose its service account and mount its Secrets, so the right to create pods includes every
#     identity of the namespace. A shell in a running pod gives the same, without a trace in the desired state.
#   remediation: Remove the rule. Let the pipeline create workloads, and give people a break-glass role that expires.
#   since: 0.1.0
package altostrata.rules.security.workload_access

import data.altostrata.lib.access

considered := count(access.rules)

writing := {"create", "update", "patch"}

starting := "can start pods, which can use any service account and Secret of the namespace"

deploying := "can pass manifests to a deployer, which applies them with its own rights"

# Each resource with its relevant verbs and the power they grant.
powers := {
	"": {
		"pods": [writing, starting],
		"replicationcontrollers": [writing, starting],
		"pods/ephemeralcontainers": [{"update", "patch"}, "can start programs inside other pods"],
		# GET opens web sockets.
		"pods/exec": [{"create", "get"}, "can run commands inside other pods"],
		"pods/attach": [{"create", "get"}, "can attach to other pods"],
		"pods/portforward": [{"create", "get"}, "can reach ports of pods, bypassing every network policy"],
		"pods/proxy": [{"create", "get", "update", "patch", "delete"}, "can reach ports of pods, bypassing every network policy"],
		"services/proxy": [{"create", "get", "update", "patch", "delete"}, "can reach ports of pods, bypassing every network policy"],
		"persistentvolumes": [writing, "can create volumes from any path of a node"],
	},
	"apps": {
		"deployments": [writing, starting],
		"replicasets": [writing, starting],
		"statefulsets": [writing, starting],
		"daemonsets": [writing, "can start pods on every node, which can use any service account and Secret of the namespace"],
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

	# `*` is reported by another rule.
	named != "*"
	some resource, [verbs, power] in resources
	access.means(named, resource)
	access.allows(entry.rule, verbs)
	message := $"the role {power}"
}
