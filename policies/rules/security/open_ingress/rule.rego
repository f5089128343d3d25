# METADATA
# title: Network policy allows all ingress
# description: A NetworkPolicy may not allow traffic from every peer or every namespace.
# custom:
#   id: SEC-083
#   aliases: []
#   family: security
#   severity: medium
#   scope: target
#   standards: []
#   covers: {threats: [exposure, isolation], families: [network]}
#   rationale: |
#     Default deny is only as good as its exceptions. A rule without a peer, or with all namespaces as its peer, opens the pod to
#     anything that will ever run on the target. Consumers come through the gateway, whose namespace has a name.
#   remediation: "List the peers: pods by their labels, namespaces by `kubernetes.io/metadata.name`, addresses by their range."
#   since: 0.1.0
package altostrata.rules.security.open_ingress

import data.altostrata.lib.networks
import data.altostrata.lib.objects
import data.altostrata.lib.selectors

considered := count(objects.of_kind("networking.k8s.io/NetworkPolicy"))

rules contains {"index": index, "position": position, "rule": rule} if {
	some index in objects.of_kind("networking.k8s.io/NetworkPolicy")
	some position, rule in input.resources[index].object.spec.ingress
}

# A rule without `from` matches every peer.
findings contains {"path": objects.inside(entry.index, ["spec", "ingress", entry.position]), "message": message} if {
	some entry in rules
	count(object.get(entry.rule, "from", [])) == 0
	message := $"{input.resources[entry.index].id} has a rule without `from`, which allows every peer"
}

findings contains {"path": objects.inside(entry.index, ["spec", "ingress", entry.position, "from", peer]), "message": message} if {
	some entry in rules
	some peer, from in entry.rule.from
	everybody(from)
	message := $"{input.resources[entry.index].id} allows traffic from every address or every namespace"
}

everybody(from) if networks.everybody(from.ipBlock.cidr)

# Matches every pod in every namespace. An empty podSelector alone selects only the policy's namespace, which is fine.
everybody(from) if {
	selectors.everything(from.namespaceSelector)
	selectors.everything(object.get(from, "podSelector", {}))
}
