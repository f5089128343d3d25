# METADATA
# title: Pod requires one provider's serverless nodes
# description: Applications and the platform must not ask for the serverless nodes of one provider.
# custom:
#   id: LCK-066
#   aliases: []
#   family: lock-in
#   severity: medium
#   scope: target
#   standards: []
#   rationale: |
#     Serverless nodes have limits of their own: no DaemonSets, no host ports, other volumes. Pods that were fitted to them have lost
#     what other nodes expect, such as an agent beside them.
#   remediation: Ask for a node class; let the provider's folder say how it is given.
#   since: 0.1.0
#   accepts: facts
package altostrata.rules.lock_in.serverless_node

import data.altostrata.lib.providers

considered := count(input.pods)

marks := {"eks.amazonaws.com/compute-type", "virtual-kubelet.io/provider", "kubernetes.azure.com/scalesetpriority", "cloud.google.com/compute-class"}

findings contains {"path": array.concat(pod.path, ["nodeSelector", mark]), "message": message} if {
	some pod in input.pods
	providers.portable(pod)
	some mark in marks
	pod.spec.nodeSelector[mark]
	message := $"{pod.kind} {pod.name} asks for nodes by {mark}, a profile of one provider"
}

findings contains {"path": array.concat(pod.path, ["tolerations", position, "key"]), "message": message} if {
	some pod in input.pods
	providers.portable(pod)
	some position, toleration in pod.spec.tolerations
	toleration.key in marks
	message := $"{pod.kind} {pod.name} tolerates {toleration.key}, a profile of one provider"
}
