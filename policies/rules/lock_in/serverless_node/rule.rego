# METADATA
# title: Pod requires one provider's serverless nodes
# description: Applications and the platform must not request one provider's serverless nodes.
# custom:
#   id: LCK-066
#   aliases: []
#   family: lock-in
#   severity: medium
#   scope: target
#   standards: []
#   rationale: |
#     Serverless nodes have their own limits: no DaemonSets, no host ports, different volumes. Pods adapted to them lack what other
#     nodes expect, such as an agent beside them.
#   remediation: Request a node class, and define in the provider's folder how to provide it.
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
	message := $"{pod.kind} {pod.name} selects nodes by {mark}, a profile of one provider"
}

findings contains {"path": array.concat(pod.path, ["tolerations", position, "key"]), "message": message} if {
	some pod in input.pods
	providers.portable(pod)
	some position, toleration in pod.spec.tolerations
	toleration.key in marks
	message := $"{pod.kind} {pod.name} tolerates {toleration.key}, a profile of one provider"
}
