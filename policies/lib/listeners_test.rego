package altostrata.lib.listeners_test

import data.altostrata.lib.listeners
import data.altostrata.lib.testing

test_both_kinds if {
	found := listeners.all with input as testing.with_objects([
		["gateway.networking.k8s.io/Gateway", {"spec": {"listeners": [{"name": "a"}, {"name": "b"}]}}],
		["gateway.networking.k8s.io/ListenerSet", {"spec": {"listeners": [{"name": "c"}]}}],
		["gateway.networking.k8s.io/HTTPRoute", {"spec": {}}],
	])
	{entry.listener.name | some entry in found} == {"a", "b", "c"}
}
