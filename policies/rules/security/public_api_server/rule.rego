# METADATA
# title: Public API server or missing audit log
# description: A declared Kubernetes target must restrict access to its API server and write audit logs.
# custom:
#   id: SEC-140
#   aliases: [SEC-141]
#   family: security
#   severity: high
#   scope: target
#   standards: [NSA C-0067, NSA C-0227, NSA C-0247, NSA C-0254]
#   covers: {threats: [exposure, governance], families: [cloud]}
#   rationale: |
#     The API server controls everything on the target. If it is open to the internet, one leaked credential or one flaw is enough.
#     Without a log you cannot find out what an attacker did.
#   remediation: Make the endpoint private or list the allowed ranges, and enable the audit log.
#   since: 0.1.0
package altostrata.rules.security.public_api_server

import data.altostrata.lib.networks
import data.altostrata.lib.objects

eks := objects.of_kind("eks.services.k8s.aws/Cluster")

gke := objects.of_kind("container.cnrm.cloud.google.com/ContainerCluster")

aks := objects.of_kind("containerservice.azure.com/ManagedCluster")

considered := (count(eks) + count(gke)) + count(aks)

findings contains {"path": objects.inside(index, ["spec", "resourcesVPCConfig"]), "message": message} if {
	some index in eks
	network := object.get(input.resources[index].object.spec, "resourcesVPCConfig", {})
	object.get(network, "endpointPublicAccess", true) == true
	ranges := object.get(network, "publicAccessCIDRs", ["0.0.0.0/0"])
	some range in ranges
	networks.everybody(range)
	message := open(index)
}

findings contains {"path": objects.inside(index, ["spec", "masterAuthorizedNetworksConfig"]), "message": message} if {
	some index in gke
	spec := input.resources[index].object.spec
	object.get(spec, ["privateClusterConfig", "enablePrivateEndpoint"], false) == false
	blocks := object.get(spec, ["masterAuthorizedNetworksConfig", "cidrBlocks"], [])
	unlimited([block.cidrBlock | some block in blocks])
	message := open(index)
}

findings contains {"path": objects.inside(index, ["spec", "apiServerAccessProfile"]), "message": message} if {
	some index in aks
	profile := object.get(input.resources[index].object.spec, "apiServerAccessProfile", {})
	object.get(profile, "enablePrivateCluster", false) == false
	unlimited(object.get(profile, "authorizedIPRanges", []))
	message := open(index)
}

findings contains {"path": objects.inside(index, ["spec", "logging"]), "message": message} if {
	some index in eks
	logged := {type | some entry in object.get(input.resources[index].object.spec, ["logging", "clusterLogging"], []); entry.enabled == true; some type in entry.types}
	not "audit" in logged
	message := $"{input.resources[index].id} writes no audit log, so you cannot find out later who did what"
}

open(index) := $"the API server of {input.resources[index].id} is open to the whole internet"

unlimited(ranges) if count(ranges) == 0

unlimited(ranges) if {
	some range in ranges
	networks.everybody(range)
}
