# METADATA
# title: Managed database open to the internet
# description: A managed database may have no public address, nor accept every address.
# custom:
#   id: SEC-130
#   aliases: []
#   family: security
#   severity: critical
#   scope: target
#   standards: []
#   covers: {threats: [exposure], families: [cloud]}
#   remediation: Switch public access off and reach the database by a private address.
#   since: 0.1.0
package altostrata.rules.security.public_database

import data.altostrata.lib.objects

considered := count(objects.of_kinds([kind | some kind, _ in public_when]))

# Where each provider's kind says that the database is public, and by which value.
public_when := {
	"rds.services.k8s.aws/DBInstance": [["publiclyAccessible"], true],
	"rds.services.k8s.aws/DBCluster": [["publiclyAccessible"], true],
	"dbforpostgresql.azure.com/FlexibleServer": [["network", "publicNetworkAccess"], "Enabled"],
	"dbformysql.azure.com/FlexibleServer": [["network", "publicNetworkAccess"], "Enabled"],
	"sql.cnrm.cloud.google.com/SQLInstance": [["settings", "ipConfiguration", "ipv4Enabled"], true],
}

findings contains {"path": objects.inside(index, array.concat(["spec"], keys)), "message": message} if {
	some kind, [keys, value] in public_when
	some index in objects.of_kind(kind)
	object.get(input.resources[index].object.spec, keys, null) == value
	message := $"{input.resources[index].id} has a public address: everybody may try passwords and flaws on it"
}

findings contains {"path": objects.inside(index, ["spec", "settings", "ipConfiguration", "authorizedNetworks", position, "value"]), "message": message} if {
	some index in objects.of_kind("sql.cnrm.cloud.google.com/SQLInstance")
	some position, network in input.resources[index].object.spec.settings.ipConfiguration.authorizedNetworks
	network.value in {"0.0.0.0/0", "::/0"}
	message := $"{input.resources[index].id} accepts every address of the internet"
}
