# METADATA
# title: Pod bound to one processor architecture
# description: Applications and the platform must not pin a pod to one processor architecture.
# custom:
#   id: LCK-068
#   aliases: []
#   family: lock-in
#   severity: low
#   scope: target
#   standards: []
#   rationale: |
#     Use cheap nodes of one architecture, but do not depend on them: your own data centre and the standby rarely have them.
#   remediation: Build the image for amd64 and arm64, and let the node class choose.
#   since: 0.1.0
#   accepts: facts
package altostrata.rules.lock_in.single_architecture

import data.altostrata.lib.providers

considered := count(input.pods)

findings contains {"path": array.concat(pod.path, ["nodeSelector", "kubernetes.io/arch"]), "message": message} if {
	some pod in input.pods
	providers.portable(pod)
	architecture := pod.spec.nodeSelector["kubernetes.io/arch"]
	message := $"{pod.kind} {pod.name} runs on {architecture} only, so targets without such nodes cannot run it"
}
