package altostrata.rules.security.encrypted_file_test

import data.altostrata.lib.testing
import data.altostrata.rules.security.encrypted_file as rule

world(content, sops) := object.union(
	testing.with_objects([["Secret", {"data": content, "sops": sops}], ["Secret", {"data": {"other": "x"}}]]),
	{"parameters": {"SEC-106": {"recipients": ["age1approved"]}}},
)

sealed := "ENC[AES256_GCM,data:x,iv:y,tag:z,type:str]"

good := {"mac": sealed, "age": [{"recipient": "age1approved", "enc": "x"}]}

test_readable if {
	count(rule.findings) == 1 with input as world({"password": "aHVudGVyMg=="}, good)
	count(rule.findings) == 1 with input as world({"password": sealed}, {"age": good.age})
}

test_recipients if {
	count(rule.findings) == 1 with input as world({}, object.union(good, {"age": [{"recipient": "age1stranger"}]}))
	count(rule.findings) == 1 with input as world({}, object.union(good, {"kms": [{"arn": "arn:aws:kms:x"}]}))
	count(rule.findings) == 1 with input as world({}, object.union(good, {"key_groups": [{"pgp": [{"fp": "ABCD"}]}]}))
}
