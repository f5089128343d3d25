# METADATA
# title: Pods and containers
# description: What most security rules ask of a container, with the defaults that its pod gives.
package altostrata.lib.workloads

# What the container says, else what its pod says; undefined when neither says anything.
setting(container, key) := value if {
	value := container.spec.securityContext[key]
} else := input.pods[container.pod].spec.securityContext[key]

# The path of something inside a container.
inside(container, keys) := array.concat(container.path, keys)

# What a message calls a container.
title(container) := $"container {container.name}" if container.type == "container"

title(container) := $"{container.type} container {container.name}" if container.type != "container"

# The service account that the pod runs as; `serviceAccount` is its old name, which still counts.
account(pod) := named[0] if {
	named := [name | some key in ["serviceAccountName", "serviceAccount"]; name := pod.spec[key]; name != ""]
} else := "default"

# Every security context, of containers and of pods: where a setting of either counts, the place that says it is the place to mend.
contexts contains {"path": inside(container, ["securityContext"]), "context": container.spec.securityContext, "title": title(container)} if {
	some container in input.containers
}

contexts contains {"path": array.concat(pod.path, ["securityContext"]), "context": pod.spec.securityContext, "title": "the pod"} if {
	some pod in input.pods
}

# Whether a container can have the settings of Linux; for a pod of Windows the API server refuses them.
linux(container) if object.get(input.pods[container.pod].spec, ["os", "name"], "linux") != "windows"
