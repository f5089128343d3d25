package altostrata.rules.security.lasting_key_test

import data.altostrata.lib.testing
import data.altostrata.rules.security.lasting_key as rule

test_keys if {
	count(rule.findings) == 1 with input as testing.with_objects([["kms.services.k8s.aws/Key", {"spec": {"description": "x"}}]])
	count(rule.findings) == 0 with input as testing.with_objects([["kms.services.k8s.aws/Key", {"spec": {"enableKeyRotation": true}}]])
	world := testing.with_objects([["kms.cnrm.cloud.google.com/KMSCryptoKey", {"spec": {}}], ["kms.cnrm.cloud.google.com/KMSCryptoKey", {"spec": {"purpose": "ASYMMETRIC_SIGN"}}]])
	count(rule.findings) == 1 with input as world
	rule.considered == 2 with input as world
}
