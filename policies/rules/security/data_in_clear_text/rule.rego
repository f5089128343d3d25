# METADATA
# title: Data service without verified TLS
# description: Connections to databases, archives and buckets must use TLS with certificate verification.
# custom:
#   id: SEC-132
#   aliases: []
#   family: security
#   severity: high
#   scope: target
#   standards: []
#   covers: {threats: [transit], families: [data, cloud]}
#   rationale: |
#     Between targets data crosses other networks, and inside a target it crosses shared nodes. A mode below `verify-full` encrypts
#     the connection but does not verify the server.
#   remediation: "Use `hostssl` in `pg_hba`, `sslmode: verify-full` between databases and https for archives. Require TLS on managed services."
#   since: 0.1.0
package altostrata.rules.security.data_in_clear_text

import data.altostrata.lib.databases
import data.altostrata.lib.objects

cnpg := objects.of_kind("postgresql.cnpg.io/Cluster")

archives := objects.of_kind("barmancloud.cnpg.io/ObjectStore")

considered := (count(cnpg) + count(archives)) + count(objects.of_kinds([kind | some kind, _ in required_by]))

findings contains {"path": objects.inside(index, ["spec", "postgresql", "pg_hba", position]), "message": message} if {
	some index in cnpg
	some position, line in input.resources[index].object.spec.postgresql.pg_hba
	words := databases.words(line)

	# Lines for connections without GSSAPI cover every other kind, including plain text.
	words[0] in {"host", "hostnossl", "hostnogssenc"}
	not "reject" in words
	message := $"{input.resources[index].id} accepts plain-text connections: {line}"
}

findings contains {"path": objects.inside(index, ["spec", "externalClusters", position, "connectionParameters", "sslmode"]), "message": message} if {
	some index in cnpg
	some position, other in input.resources[index].object.spec.externalClusters
	mode := object.get(other.connectionParameters, "sslmode", "prefer")
	mode != "verify-full"
	message := $"{input.resources[index].id} replicates from {other.name} with sslmode {mode}, which does not verify the server"
}

findings contains {"path": objects.inside(index, ["spec", "configuration", "endpointURL"]), "message": message} if {
	some index in archives
	url := input.resources[index].object.spec.configuration.endpointURL
	startswith(lower(url), "http://")
	message := $"{input.resources[index].id} sends backups in plain text to {url}"
}

# Per provider kind: the field that makes TLS optional, the value that does so, and the default.
required_by := {
	"sql.cnrm.cloud.google.com/SQLInstance": [["settings", "ipConfiguration", "sslMode"], "ALLOW_UNENCRYPTED_AND_ENCRYPTED", "ALLOW_UNENCRYPTED_AND_ENCRYPTED"],
	"storage.azure.com/StorageAccount": [["supportsHttpsTrafficOnly"], false, true],
	"elasticache.services.k8s.aws/ReplicationGroup": [["transitEncryptionEnabled"], false, false],
	"cache.azure.com/Redis": [["enableNonSslPort"], true, false],
}

findings contains {"path": objects.inside(index, array.concat(["spec"], keys)), "message": message} if {
	some kind, [keys, value, silence] in required_by
	some index in objects.of_kind(kind)
	object.get(input.resources[index].object.spec, keys, silence) == value
	message := $"{input.resources[index].id} accepts plain-text connections"
}
