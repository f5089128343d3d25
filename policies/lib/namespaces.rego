# METADATA
# title: Namespaces in use
# description: The namespaces of pods, and the place of a finding about a missing object in one.
package altostrata.lib.namespaces

import data.altostrata.lib.objects

used contains pod.namespace if some pod in input.pods

# The name of a namespace in messages. Objects without one are in `default`.
title("") := "default"

title(namespace) := namespace if namespace != ""

# The Namespace if it is rendered, else its first workload.
path(namespace) := ["resources", declared[namespace], "object"]

path(namespace) := ["resources", first_workload[namespace], "object"] if not declared[namespace]

declared[name] := min(positions) if some name, positions in rendered

first_workload[name] := min(positions) if some name, positions in workloads

rendered[name] contains index if {
	some index in objects.of_kind("Namespace")
	name := input.resources[index].name
}

workloads[pod.namespace] contains pod.resource if some pod in input.pods
