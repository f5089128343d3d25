# METADATA
# title: Image pull depends on another provider's nodes
# description: A pod must not rely on the nodes of one provider to be allowed to pull an image.
# custom:
#   id: LCK-061
#   aliases: []
#   family: lock-in
#   severity: high
#   scope: target
#   standards: []
#   rationale: |
#     Nodes of a provider may read its registry by what they are, which works so well that nobody notices the pull needs no secret.
#     On another provider's nodes the same pod waits for its image for ever, first of all on the standby.
#   remediation: Give the pod `imagePullSecrets`, or mirror the image into a registry that each target may read.
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
	message := $"{workloads.title(container)} is pulled from a private registry of {owner} with nothing to log in with: nodes of {input.target.provider} are strangers there"
}

private[registry] := owner if {
	some container in input.containers
	registry := container.image.registry
	owner := owner_of(registry)
}

owner_of(registry) := "aws" if contains(registry, ".dkr.ecr.")

owner_of(registry) := "azure" if endswith(registry, ".azurecr.io")

owner_of(registry) := "gcp" if endswith(registry, ".pkg.dev")
