package altostrata.rules.security.secret_in_manifest_test

import data.altostrata.lib.testing
import data.altostrata.rules.security.secret_in_manifest as rule

test_content_is_a_finding if {
	world := testing.with_objects([["Secret", {"stringData": {"password": "x"}}], ["Secret", {"data": {}}]])
	count(rule.findings) == 1 with input as world
	rule.considered == 2 with input as world
}

test_encrypted_values_are_none if {
	world := testing.with_objects([["Secret", {"data": {"password": "ENC[AES256_GCM,data:x]"}, "sops": {"mac": "x"}}]])
	count(rule.findings) == 0 with input as world
}
