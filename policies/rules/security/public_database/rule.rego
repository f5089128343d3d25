# METADATA
# title: Public managed database
# description: A managed database may have no public address and may not accept every address.
# custom:
#   id: SEC-130
#   aliases: []
#   family: security
#   severity: critical
#   scope: target
#   standards: []
#   covers: {threats: [exposure], families: [cloud]}
#   rationale: |
#     Then only a password protects the data from the internet, and attackers exploit a database vulnerability within hours. Other
#     targets connect from known addresses or over a private link.
#   remediation: Disable public access and connect through a private address.
#   since: 0.1.0
package altostrata.rules.security.public_database

import data.altostrata.lib.networks
import data.altostrata.lib.objects

firewalls := objects.of_kinds(["dbforpostgresql.azure.com/FlexibleServersFirewallRule", "dbformysql.azure.com/FlexibleServersFirewallRule"])

considered := count(objects.of_kinds([kind | some kind, _ in public_when])) + count(firewalls)

# Per provider kind: the field that makes the database public, the value that does so, and the default.
public_when := {
	"rds.services.k8s.aws/DBInstance": [["publiclyAccessible"], true, false],
	"rds.services.k8s.aws/DBCluster": [["publiclyAccessible"], true, false],
	"dbforpostgresql.azure.com/FlexibleServer": [["network", "publicNetworkAccess"], "Enabled", "Enabled"],
	"dbformysql.azure.com/FlexibleServer": [["network", "publicNetworkAccess"], "Enabled", "Enabled"],
	"sql.azure.com/Server": [["publicNetworkAccess"], "Enabled", "Enabled"],
	"documentdb.azure.com/DatabaseAccount": [["publicNetworkAccess"], "Enabled", "Enabled"],
	"cache.azure.com/Redis": [["publicNetworkAccess"], "Enabled", "Enabled"],
	"sql.cnrm.cloud.google.com/SQLInstance": [["settings", "ipConfiguration", "ipv4Enabled"], true, true],
}

findings contains {"path": objects.inside(index, array.concat(["spec"], keys)), "message": message} if {
	some kind, [keys, value, silence] in public_when
	some index in objects.of_kind(kind)
	object.get(input.resources[index].object.spec, keys, silence) == value
	not inside_a_network(input.resources[index].object.spec)
	message := $"{input.resources[index].id} has a public address, open to password guessing and exploits"
}

# An Azure server in a delegated subnet has no public address.
inside_a_network(spec) if is_object(spec.network.delegatedSubnetResourceReference)

findings contains {"path": objects.inside(index, ["spec", "settings", "ipConfiguration", "authorizedNetworks", position, "value"]), "message": message} if {
	some index in objects.of_kind("sql.cnrm.cloud.google.com/SQLInstance")
	some position, network in input.resources[index].object.spec.settings.ipConfiguration.authorizedNetworks
	networks.everybody(network.value)
	message := $"{input.resources[index].id} accepts every address of the internet"
}

# A range from 0.0.0.0 is everyone. With the same end address it means every Azure customer.
findings contains {"path": objects.inside(index, ["spec", "startIpAddress"]), "message": message} if {
	some index in firewalls
	input.resources[index].object.spec.startIpAddress == "0.0.0.0"
	message := $"{input.resources[index].id} accepts every Azure address, or every address"
}
