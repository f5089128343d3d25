# METADATA
# title: Data service reached without TLS
# description: Databases, archives and buckets must be reached by TLS whose certificate is checked.
# custom:
#   id: SEC-132
#   aliases: []
#   family: security
#   severity: high
#   scope: target
#   standards: []
#   covers: {threats: [transit], families: [data, cloud]}
#   remediation: "Use `hostssl` in `pg_hba`, `sslmode: verify-full` between databases and https for archives; let managed services require TLS."
#   since: 0.1.0
package altostrata.rules.security.data_in_clear_text

import data.altostrata.lib.objects

cnpg := objects.of_kind("postgresql.cnpg.io/Cluster")

archives := objects.of_kind("barmancloud.cnpg.io/ObjectStore")

considered := (count(cnpg) + count(archives)) + count(objects.of_kinds([kind | some kind, _ in required_by]))

findings contains {"path": objects.inside(index, ["spec", "postgresql", "pg_hba", position]), "message": message} if {
	some index in cnpg
	some position, line in input.resources[index].object.spec.postgresql.pg_hba
	words := [word | some word in split(line, " "); word != ""]
	words[0] in {"host", "hostnossl"}
	words[count(words) - 1] != "reject"
	message := $"{input.resources[index].id} takes connections in clear text: {line}"
}

findings contains {"path": objects.inside(index, ["spec", "externalClusters", position, "connectionParameters", "sslmode"]), "message": message} if {
	some index in cnpg
	some position, other in input.resources[index].object.spec.externalClusters
	mode := object.get(other.connectionParameters, "sslmode", "prefer")
	mode != "verify-full"
	message := $"{input.resources[index].id} replicates from {other.name} with sslmode {mode}, which trusts whoever answers"
}

findings contains {"path": objects.inside(index, ["spec", "configuration", "endpointURL"]), "message": message} if {
	some index in archives
	url := input.resources[index].object.spec.configuration.endpointURL
	startswith(url, "http://")
	message := $"{input.resources[index].id} sends backups in clear text to {url}"
}

# Where each provider's kind says that TLS is not needed, and by which value.
required_by := {
	"sql.cnrm.cloud.google.com/SQLInstance": [["settings", "ipConfiguration", "sslMode"], "ALLOW_UNENCRYPTED_AND_ENCRYPTED"],
	"storage.azure.com/StorageAccount": [["supportsHttpsTrafficOnly"], false],
	"elasticache.services.k8s.aws/ReplicationGroup": [["transitEncryptionEnabled"], false],
	"cache.azure.com/Redis": [["enableNonSslPort"], true],
}

findings contains {"path": objects.inside(index, array.concat(["spec"], keys)), "message": message} if {
	some kind, [keys, value] in required_by
	some index in objects.of_kind(kind)
	object.get(input.resources[index].object.spec, keys, null) == value
	message := $"{input.resources[index].id} answers in clear text"
}
