# METADATA
# title: Pod bound to one processor architecture
# description: Applications and the platform must not bind a pod to one processor architecture.
# custom:
#   id: LCK-068
#   aliases: []
#   family: lock-in
#   severity: low
#   scope: target
#   standards: []
#   rationale: |
#     Cheap nodes of one architecture are a fine reason to use them, and no reason to be able to use nothing else: the own data
#     centre and the standby rarely have them.
#   remediation: Build the image for amd64 and arm64, and leave the choice to the node class.
#   since: 0.1.0
#   accepts: facts
package altostrata.rules.lock_in.single_architecture

import data.altostrata.lib.providers

considered := count(input.pods)

findings contains {"path": array.concat(pod.path, ["nodeSelector", "kubernetes.io/arch"]), "message": message} if {
	some pod in input.pods
	providers.portable(pod)
	architecture := pod.spec.nodeSelector["kubernetes.io/arch"]
	message := $"{pod.kind} {pod.name} runs on {architecture} only: targets without such nodes cannot take it over"
}
