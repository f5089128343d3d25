package altostrata.rules.lock_in.backup_key_test

import data.altostrata.lib.testing
import data.altostrata.rules.lock_in.backup_key as rule

test_keys_are_found if {
	world := testing.with_objects([["barmancloud.cnpg.io/ObjectStore", {"spec": {"configuration": {"data": {"encryption": "aws:kms"}, "wal": {"encryption": "AES256"}}}}]])
	count(rule.findings) == 1 with input as world
	rule.considered == 1 with input as world
}
