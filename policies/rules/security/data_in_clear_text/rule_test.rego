package altostrata.rules.security.data_in_clear_text_test

import data.altostrata.lib.testing
import data.altostrata.rules.security.data_in_clear_text as rule

test_archives_and_clouds if {
	count(rule.findings) == 1 with input as testing.with_objects([["barmancloud.cnpg.io/ObjectStore", {"spec": {"configuration": {"endpointURL": "http://objects.example.net"}}}]])
	count(rule.findings) == 1 with input as testing.with_objects([["storage.azure.com/StorageAccount", {"spec": {"supportsHttpsTrafficOnly": false}}]])
	count(rule.findings) == 0 with input as testing.with_objects([["storage.azure.com/StorageAccount", {"spec": {"supportsHttpsTrafficOnly": true}}]])
}
