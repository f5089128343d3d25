package altostrata.rules.security.data_in_clear_text_test

import data.altostrata.lib.testing
import data.altostrata.rules.security.data_in_clear_text as rule

test_postgres if {
	world := testing.with_objects([["postgresql.cnpg.io/Cluster", {"spec": {
		"postgresql": {"pg_hba": ["host all all all  scram-sha-256", "hostnossl all all all reject", "hostssl all all all cert"]},
		"externalClusters": [{"name": "a", "connectionParameters": {"sslmode": "require"}}, {"name": "b", "connectionParameters": {"sslmode": "verify-full"}}],
	}}]])
	count(rule.findings) == 2 with input as world
	rule.considered == 1 with input as world
}

test_archives_and_clouds if {
	count(rule.findings) == 1 with input as testing.with_objects([["barmancloud.cnpg.io/ObjectStore", {"spec": {"configuration": {"endpointURL": "http://objects.example.net"}}}]])
	count(rule.findings) == 1 with input as testing.with_objects([["storage.azure.com/StorageAccount", {"spec": {"supportsHttpsTrafficOnly": false}}]])
	count(rule.findings) == 0 with input as testing.with_objects([["storage.azure.com/StorageAccount", {"spec": {"supportsHttpsTrafficOnly": true}}]])
}

test_silence_and_other_spellings if {
	count(rule.findings) == 1 with input as testing.with_objects([["sql.cnrm.cloud.google.com/SQLInstance", {"spec": {}}]])
	count(rule.findings) == 0 with input as testing.with_objects([["storage.azure.com/StorageAccount", {"spec": {}}]])
	count(rule.findings) == 2 with input as testing.with_objects([["postgresql.cnpg.io/Cluster", {"spec": {"postgresql": {"pg_hba": ["host\tall all all scram-sha-256", "hostnogssenc all all all md5", "host all all all reject # x"]}}}]])
}
