# METADATA
# title: Image pull policy skips the registry
# description: A container may not run an image without contacting its registry, unless the image is pinned.
# custom:
#   id: SEC-054
#   aliases: []
#   family: security
#   severity: low
#   scope: target
#   standards: []
#   covers: {threats: [supply], families: [workloads]}
#   rationale: |
#     Without contacting the registry, the node does not check the right to pull the image, and with a moving tag each node may run a
#     different one.
#   remediation: Set `imagePullPolicy` to Always, or pin the image by digest.
#   since: 0.1.0
package altostrata.rules.security.image_not_pulled

import data.altostrata.lib.workloads

considered := count(input.containers)

findings contains {"path": array.concat(pod.path, ["volumes", position, "image", "pullPolicy"]), "message": message} if {
	some pod in input.pods
	some position, volume in pod.spec.volumes
	volume.image.pullPolicy == "Never"
	message := $"volume {volume.name} mounts any image that is already on the node, whatever its origin"
}

findings contains {"path": workloads.inside(container, ["imagePullPolicy"]), "message": message} if {
	some container in input.containers
	container.spec.imagePullPolicy == "Never"
	message := $"{workloads.title(container)} runs any image that is already on the node, whatever its origin"
}

findings contains {"path": workloads.inside(container, ["imagePullPolicy"]), "message": message} if {
	some container in input.containers
	container.spec.imagePullPolicy == "IfNotPresent"
	object.get(container.image, "tag", "latest") == "latest"
	not container.image.digest
	message := $"{workloads.title(container)} runs an old image on nodes that have one, and a new image on others"
}
