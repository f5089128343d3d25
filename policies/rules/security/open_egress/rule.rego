# METADATA
# title: Network policy allows all egress
# description: No NetworkPolicy may allow traffic to every address, to every namespace or, through a wide range, to the cloud's metadata service.
# custom:
#   id: SEC-082
#   aliases: []
#   family: security
#   severity: high
#   scope: target
#   standards: [NSA C-0052]
#   covers: {threats: [exposure, identity], families: [network]}
#   rationale: |
#     Stolen data leaves, and an attacker's tools arrive, through open egress. In a multi-cloud system each flow to another target is
#     declared with that target's ranges, so no policy needs "everywhere".
#   remediation: Use the destination ranges that the application's flows declare.
#   since: 0.1.0
package altostrata.rules.security.open_egress

import data.altostrata.lib.networks
import data.altostrata.lib.objects
import data.altostrata.lib.selectors

considered := count(objects.of_kind("networking.k8s.io/NetworkPolicy"))

peers contains {"index": index, "path": objects.inside(index, ["spec", "egress", position, "to", peer]), "to": to} if {
	some index in objects.of_kind("networking.k8s.io/NetworkPolicy")
	some position, rule in input.resources[index].object.spec.egress
	some peer, to in rule.to
}

findings contains {"path": array.concat(entry.path, ["ipBlock", "cidr"]), "message": message} if {
	some entry in peers
	networks.everybody(entry.to.ipBlock.cidr)
	message := $"{input.resources[entry.index].id} allows traffic to every address on the internet"
}

# A rule without `to` matches every peer.
findings contains {"path": objects.inside(index, ["spec", "egress", position]), "message": message} if {
	some index in objects.of_kind("networking.k8s.io/NetworkPolicy")
	some position, rule in input.resources[index].object.spec.egress
	count(object.get(rule, "to", [])) == 0
	message := $"{input.resources[index].id} has a rule without `to`, which allows every address"
}

findings contains {"path": entry.path, "message": message} if {
	some entry in peers
	selectors.everything(entry.to.namespaceSelector)
	selectors.everything(object.get(entry.to, "podSelector", {}))
	message := $"{input.resources[entry.index].id} allows traffic to every pod in every namespace"
}

# Metadata addresses that return credentials of a node, task or pod: AWS (IPv4 and IPv6), Azure, Google.
metadata := [
	"169.254.169.254/32",
	"169.254.170.2/32",
	"169.254.170.23/32",
	"168.63.129.16/32",
	"fd00:ec2::254/128",
	"fd00:ec2::23/128",
	"fd20:ce::254/128",
]

findings contains {"path": array.concat(entry.path, ["ipBlock", "cidr"]), "message": message} if {
	some entry in peers
	not networks.everybody(entry.to.ipBlock.cidr)
	reached := [split(address, "/")[0] | some address in metadata; reaches(entry.to.ipBlock, address)]
	count(reached) > 0
	message := $"{input.resources[entry.index].id} allows {reached[0]}, the metadata address that returns the node's credentials"
}

reaches(block, address) if {
	net.cidr_contains(block.cidr, address)
	not excluded(block, address)
}

excluded(block, address) if {
	some range in block.except
	net.cidr_contains(range, address)
}
