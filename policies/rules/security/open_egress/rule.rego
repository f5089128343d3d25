# METADATA
# title: Policy allows traffic to the whole internet
# description: No NetworkPolicy may allow traffic to every address or, through a wide range, to the cloud's metadata service.
# custom:
#   id: SEC-082
#   aliases: []
#   family: security
#   severity: high
#   scope: target
#   standards: [NSA C-0052]
#   covers: {threats: [exposure, identity], families: [network]}
#   remediation: Name the ranges of the other side, as the application's flows declare them.
#   since: 0.1.0
package altostrata.rules.security.open_egress

import data.altostrata.lib.objects

considered := count(objects.of_kind("networking.k8s.io/NetworkPolicy"))

findings contains {"path": objects.inside(index, ["spec", "egress", position, "to", peer, "ipBlock", "cidr"]), "message": message} if {
	some index in objects.of_kind("networking.k8s.io/NetworkPolicy")
	some position, rule in input.resources[index].object.spec.egress
	some peer, to in rule.to
	to.ipBlock.cidr in {"0.0.0.0/0", "::/0"}
	message := $"{input.resources[index].id} lets pods send anything to any address of the internet"
}

# Without `to` a rule means every peer.
findings contains {"path": objects.inside(index, ["spec", "egress", position]), "message": message} if {
	some index in objects.of_kind("networking.k8s.io/NetworkPolicy")
	some position, rule in input.resources[index].object.spec.egress
	count(object.get(rule, "to", [])) == 0
	message := $"{input.resources[index].id} has a rule without `to`, which allows every address"
}

findings contains {"path": objects.inside(index, ["spec", "egress", position, "to", peer, "ipBlock", "cidr"]), "message": message} if {
	some index in objects.of_kind("networking.k8s.io/NetworkPolicy")
	some position, rule in input.resources[index].object.spec.egress
	some peer, to in rule.to
	not to.ipBlock.cidr in {"0.0.0.0/0", "::/0"}
	net.cidr_contains(to.ipBlock.cidr, "169.254.169.254/32")
	not metadata_excluded(to.ipBlock)
	message := $"{input.resources[index].id} reaches 169.254.169.254, where clouds hand out the node's credentials"
}

metadata_excluded(block) if {
	some range in block.except
	net.cidr_contains(range, "169.254.169.254/32")
}
