# METADATA
# title: Namespaces in use
# description: The namespaces that pods run in, and where to point when something is missing in one.
package altostrata.lib.namespaces

import data.altostrata.lib.objects

used contains pod.namespace if some pod in input.pods

# What a message calls a namespace; objects without one land in `default`.
title("") := "default"

title(namespace) := namespace if namespace != ""

# The Namespace itself where it is rendered, else its first workload.
path(namespace) := ["resources", objects_by_name[namespace], "object"]

path(namespace) := ["resources", min({pod.resource | some pod in input.pods; pod.namespace == namespace}), "object"] if {
	not objects_by_name[namespace]
}

objects_by_name[name] := index if {
	some index in objects.of_kind("Namespace")
	name := input.resources[index].name
}
