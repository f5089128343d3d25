# METADATA
# title: Provider-specific node label
# description: Applications may select and tolerate nodes only by labels that every target has, unless the provider's folder gives them.
# custom:
#   id: LCK-062
#   aliases: [LCK-063]
#   family: lock-in
#   severity: medium
#   scope: target
#   standards: []
#   rationale: |
#     The labels of a provider's node pools, and its machine types, exist nowhere else: at any other target the pod waits for ever.
#   remediation: Ask for a node class; the provider's folder says which labels and tolerations it means there.
#   since: 0.1.0
#   accepts: facts
package altostrata.rules.lock_in.provider_node_label

import data.altostrata.lib.providers

considered := count(input.pods)

findings contains {"path": array.concat(pod.path, ["nodeSelector", key]), "message": message} if {
	some pod in input.pods
	providers.portable(pod)
	some key, _ in pod.spec.nodeSelector
	binds(key)
	message := $"nodes with the label {key} exist at one provider only"
}

findings contains {"path": array.concat(pod.path, ["tolerations", index, "key"]), "message": message} if {
	some pod in input.pods
	providers.portable(pod)
	some index, toleration in pod.spec.tolerations
	binds(toleration.key)
	message := $"nodes with the taint {toleration.key} exist at one provider only"
}

binds(key) if providers.of_key(key)

binds("node.kubernetes.io/instance-type")
