# METADATA
# title: Wildcard DNS record or unsigned zone
# description: A DNS record may not match every name, and a public zone must be signed.
# custom:
#   id: SEC-143
#   aliases: []
#   family: security
#   severity: medium
#   scope: target
#   standards: []
#   covers: {threats: [exposure, transit], families: [cloud]}
#   rationale: |
#     A wildcard record also sends forgotten and mistyped names to the gateway. Anyone who can attach a route there can claim them,
#     along with cookies of the parent domain. Responses of an unsigned zone can be forged.
#   remediation: Give each host its own record, and enable DNSSEC for the zone.
#   since: 0.1.0
package altostrata.rules.security.loose_dns

import data.altostrata.lib.objects

endpoints := objects.of_kind("externaldns.k8s.io/DNSEndpoint")

records := objects.of_kinds(["dns.cnrm.cloud.google.com/DNSRecordSet", "route53.services.k8s.aws/RecordSet"])

zones := objects.of_kind("dns.cnrm.cloud.google.com/DNSManagedZone")

considered := (count(endpoints) + count(records)) + count(zones)

findings contains {"path": objects.inside(index, ["spec", "endpoints", position, "dnsName"]), "message": message} if {
	some index in endpoints
	some position, endpoint in input.resources[index].object.spec.endpoints
	startswith(endpoint.dnsName, "*.")
	message := claimable(index, endpoint.dnsName)
}

findings contains {"path": objects.inside(index, ["spec", "name"]), "message": message} if {
	some index in records
	name := input.resources[index].object.spec.name
	startswith(name, "*.")
	message := claimable(index, name)
}

findings contains {"path": objects.inside(index, ["spec", "dnssecConfig"]), "message": message} if {
	some index in zones
	spec := input.resources[index].object.spec
	object.get(spec, "visibility", "public") == "public"
	object.get(spec, ["dnssecConfig", "state"], "off") != "on"
	message := $"responses of {input.resources[index].id} are not signed: anyone on the network path can redirect consumers"
}

claimable(index, name) := $"{input.resources[index].id} matches {name}, including unused names that anyone can claim"
