# METADATA
# title: Image pull depends on another provider's nodes
# description: A pod must not depend on one provider's node identity to pull an image.
# custom:
#   id: LCK-061
#   aliases: []
#   family: lock-in
#   severity: high
#   scope: target
#   standards: []
#   rationale: |
#     A provider's nodes can read its registry through their own identity, so a missing pull secret goes unnoticed. On another
#     provider's nodes the same pod never gets its image, and the standby fails first.
#   remediation: Give the pod `imagePullSecrets`, or mirror the image to a registry that every target can read.
#   since: 0.1.0
package altostrata.rules.lock_in.foreign_pull

import data.altostrata.lib.workloads

considered := count([container | some container in input.containers; container.image])

findings contains {"path": workloads.inside(container, ["image"]), "message": message} if {
	some container in input.containers
	owner := private[container.image.registry]
	owner != input.target.provider
	pod := input.pods[container.pod]
	count(object.get(pod.spec, "imagePullSecrets", [])) == 0
	message := $"{workloads.title(container)} is pulled from a private registry of {owner} without a pull secret: nodes of {input.target.provider} have no access there"
}

private[registry] := owner if {
	some container in input.containers
	registry := container.image.registry
	owner := owner_of(registry)
}

owner_of(registry) := "aws" if contains(registry, ".dkr.ecr.")

owner_of(registry) := "azure" if endswith(registry, ".azurecr.io")

owner_of(registry) := "gcp" if endswith(registry, ".pkg.dev")
