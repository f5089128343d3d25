package altostrata.lib.argo_test

import data.altostrata.lib.argo
import data.altostrata.lib.testing

test_every_source if {
	found := argo.sources with input as testing.with_objects([
		["argoproj.io/Application", {"spec": {"source": {"name": "a"}}}],
		["argoproj.io/Application", {"spec": {"sources": [{"name": "b"}, {"name": "c"}]}}],
		["argoproj.io/ApplicationSet", {"spec": {"template": {"spec": {"source": {"name": "d"}}}}}],
	])
	{entry.source.name | some entry in found} == {"a", "b", "c", "d"}
}
