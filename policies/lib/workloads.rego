# METADATA
# title: Pods and containers
# description: Container fields that most security rules read, with the defaults of the pod.
package altostrata.lib.workloads

# The container's value, else the pod's; undefined if neither sets one.
setting(container, key) := value if {
	value := container.spec.securityContext[key]
} else := input.pods[container.pod].spec.securityContext[key]

# The path of a field of a container.
inside(container, keys) := array.concat(container.path, keys)

# The name of a container in messages.
title(container) := $"container {container.name}" if container.type == "container"

title(container) := $"{container.type} container {container.name}" if container.type != "container"

# The pod's service account. `serviceAccount` is the old field, which still works.
account(pod) := named[0] if {
	named := [name | some key in ["serviceAccountName", "serviceAccount"]; name := pod.spec[key]; name != ""]
} else := "default"

# Every security context of containers and pods. A finding points to the one that sets the field.
contexts contains {"path": inside(container, ["securityContext"]), "context": container.spec.securityContext, "title": title(container)} if {
	some container in input.containers
}

contexts contains {"path": array.concat(pod.path, ["securityContext"]), "context": pod.spec.securityContext, "title": "the pod"} if {
	some pod in input.pods
}

# Whether a container can have Linux settings. The API server refuses them for Windows pods.
linux(container) if object.get(input.pods[container.pod].spec, ["os", "name"], "linux") != "windows"
