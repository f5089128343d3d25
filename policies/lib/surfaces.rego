# METADATA
# title: Surfaces of providers
# description: Finds objects of a provider's API groups in any layer, and texts that portable layers pass to programs.
package altostrata.lib.surfaces

import data.altostrata.lib.objects
import data.altostrata.lib.providers
import data.altostrata.lib.workloads

# Positions of all objects of these API groups.
of_groups(groups) := [index | some kind, indices in input.byKind; split(kind, "/")[0] in groups; some index in indices]

# Values of environment variables and of ConfigMaps in the portable layers, each with its path. Lists, because a set would
# compare all texts in full.
texts := array.concat(variables, files)

variables := [{"path": workloads.inside(container, ["env", position, "value"]), "text": value} |
	some container in input.containers
	providers.portable(input.pods[container.pod])
	some position, variable in container.spec.env
	value := variable.value
	is_string(value)
]

files := [{"path": objects.inside(index, ["data", key]), "text": value} |
	some index in objects.of_kind("ConfigMap")
	providers.portable(input.resources[index])
	some key, value in input.resources[index].object.data
	is_string(value)
]
