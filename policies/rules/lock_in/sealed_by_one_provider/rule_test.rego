package altostrata.rules.lock_in.sealed_by_one_provider_test

import data.altostrata.rules.lock_in.sealed_by_one_provider as rule

world(sops) := {"byKind": {"Secret": [0]}, "resources": [{"id": "Secret/shop/database", "object": {"sops": sops}}]}

test_one_service_alone_is_found if {
	count(rule.findings) == 1 with input as world({"kms": [{"arn": "a"}, {"arn": "b"}], "age": []})
	count(rule.findings) == 1 with input as world({"key_groups": [{"azure_kv": [{"name": "a"}]}]})
	rule.considered == 2 with input as world({"kms": [{"arn": "a"}]})
}

test_an_own_key_or_a_second_service_is_enough if {
	count(rule.findings) == 0 with input as world({"kms": [{"arn": "a"}], "age": [{"recipient": "age1"}]})
	count(rule.findings) == 0 with input as world({"kms": [{"arn": "a"}], "gcp_kms": [{"resource_id": "b"}]})
	count(rule.findings) == 0 with input as world({"pgp": [{"fp": "a"}]})
}
