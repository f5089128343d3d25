# METADATA
# title: Provider-specific node label
# description: Applications may select and tolerate nodes only by labels that every target has, except labels from the provider's folder.
# custom:
#   id: LCK-062
#   aliases: [LCK-063]
#   family: lock-in
#   severity: medium
#   scope: target
#   standards: []
#   rationale: |
#     The labels of a provider's node pools and its machine types exist only there. On any other target the pod stays pending.
#   remediation: Request a node class. The provider's folder maps it to labels and tolerations.
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
	message := $"only one provider has nodes with the label {key}"
}

findings contains {"path": array.concat(pod.path, ["tolerations", index, "key"]), "message": message} if {
	some pod in input.pods
	providers.portable(pod)
	some index, toleration in pod.spec.tolerations
	binds(toleration.key)
	message := $"only one provider has nodes with the taint {toleration.key}"
}

binds(key) if providers.of_key(key)

binds("node.kubernetes.io/instance-type")
