# METADATA
# title: Image pull policy skips the registry
# description: A container may not run an image without asking its registry, unless the image is pinned.
# custom:
#   id: SEC-054
#   aliases: []
#   family: security
#   severity: low
#   scope: target
#   standards: []
#   covers: {threats: [supply], families: [workloads]}
#   rationale: |
#     Without a request to the registry, nothing checks the right to pull the image, and with a moving tag each node may run
#     another one.
#   remediation: Set `imagePullPolicy` to Always, or pin the image by digest.
#   since: 0.1.0
package altostrata.rules.security.image_not_pulled

import data.altostrata.lib.workloads

considered := count(input.containers)

findings contains {"path": array.concat(pod.path, ["volumes", position, "image", "pullPolicy"]), "message": message} if {
	some pod in input.pods
	some position, volume in pod.spec.volumes
	volume.image.pullPolicy == "Never"
	message := $"volume {volume.name} mounts what lies on the node, whoever put it there"
}

findings contains {"path": workloads.inside(container, ["imagePullPolicy"]), "message": message} if {
	some container in input.containers
	container.spec.imagePullPolicy == "Never"
	message := $"{workloads.title(container)} runs what lies on the node, whoever put it there"
}

findings contains {"path": workloads.inside(container, ["imagePullPolicy"]), "message": message} if {
	some container in input.containers
	container.spec.imagePullPolicy == "IfNotPresent"
	object.get(container.image, "tag", "latest") == "latest"
	not container.image.digest
	message := $"{workloads.title(container)} runs an old image on nodes that have one, and a new one elsewhere"
}
