# METADATA
# title: Sources of Argo CD
# description: Every source of an Application or of an ApplicationSet's template, with its path.
package altostrata.lib.argo

import data.altostrata.lib.objects

specs contains {"index": index, "path": objects.inside(index, ["spec"]), "spec": input.resources[index].object.spec} if {
	some index in objects.of_kind("argoproj.io/Application")
}

specs contains {"index": index, "path": objects.inside(index, keys), "spec": object.get(input.resources[index].object, keys, {})} if {
	some index in objects.of_kind("argoproj.io/ApplicationSet")
	keys := ["spec", "template", "spec"]
}

sources contains {"index": entry.index, "path": array.concat(entry.path, ["source"]), "source": entry.spec.source} if {
	some entry in specs
}

sources contains {"index": entry.index, "path": array.concat(entry.path, ["sources", position]), "source": source} if {
	some entry in specs
	some position, source in entry.spec.sources
}
