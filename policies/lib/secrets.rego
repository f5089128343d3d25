# METADATA
# title: Secrets that pods use
# description: Every reference from a pod to a Secret, with its path, except pull secrets.
package altostrata.lib.secrets

import data.altostrata.lib.workloads

# Single environment variables, and all keys of a Secret as variables.
in_environment contains {"path": workloads.inside(container, ["env", position, "valueFrom", "secretKeyRef"]), "pod": container.pod, "name": reference.name, "title": $"{workloads.title(container)} gets {variable.name}"} if {
	some container in input.containers
	some position, variable in container.spec.env
	reference := variable.valueFrom.secretKeyRef
}

in_environment contains {"path": workloads.inside(container, ["envFrom", position, "secretRef"]), "pod": container.pod, "name": source.secretRef.name, "title": $"{workloads.title(container)} gets every key"} if {
	some container in input.containers
	some position, source in container.spec.envFrom
	is_object(source.secretRef)
}

in_volumes contains {"path": array.concat(pod.path, ["volumes", position, "secret"]), "pod": index, "name": volume.secret.secretName, "title": $"volume {volume.name} holds the files"} if {
	some index, pod in input.pods
	some position, volume in pod.spec.volumes
	is_object(volume.secret)
}

in_volumes contains {"path": array.concat(pod.path, ["volumes", position, "projected", "sources", part, "secret"]), "pod": index, "name": source.secret.name, "title": $"volume {volume.name} holds the files"} if {
	some index, pod in input.pods
	some position, volume in pod.spec.volumes
	some part, source in volume.projected.sources
	is_object(source.secret)
}

uses := in_environment | in_volumes
