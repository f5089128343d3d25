package altostrata.rules.lock_in.signature_key_test

import data.altostrata.lib.testing
import data.altostrata.rules.lock_in.signature_key as rule

policy(authorities) := [["policy.sigstore.dev/ClusterImagePolicy", {"spec": {"authorities": authorities}}]]

test_a_second_authority_is_enough if {
	kept := {"key": {"kms": "awskms://alias/a"}}
	count(rule.findings) == 1 with input as testing.with_objects(policy([kept]))
	count(rule.findings) == 0 with input as testing.with_objects(policy([kept, {"key": {"data": "PEM"}}]))
	rule.considered == 1 with input as testing.with_objects(policy([kept]))
}
