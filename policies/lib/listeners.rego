# METADATA
# title: Listeners of gateways
# description: The listeners of Gateways and ListenerSets, with their paths.
package altostrata.lib.listeners

import data.altostrata.lib.objects

kinds := ["gateway.networking.k8s.io/Gateway", "gateway.networking.k8s.io/ListenerSet"]

all contains {"index": index, "path": objects.inside(index, ["spec", "listeners", position]), "listener": listener} if {
	some index in objects.of_kinds(kinds)
	some position, listener in input.resources[index].object.spec.listeners
}
