package altostrata.lib.policies_test

import data.altostrata.lib.policies

test_statements if {
	policies.statements(json.marshal({"Statement": {"Sid": "one"}})) == [{"Sid": "one"}]
	policies.statements(json.marshal({"Statement": [{"Sid": "one"}]})) == [{"Sid": "one"}]
}

test_everything if {
	policies.allows_everything({"Effect": "Allow", "Action": ["s3:Get*", "*"]})
	policies.allows_everything({"Effect": "Allow", "NotAction": "iam:DeleteUser"})
	not policies.allows_everything({"Effect": "Deny", "Action": "*"})
	not policies.allows_everything({"Effect": "Allow", "Action": "s3:*"})
}

test_everybody if {
	policies.for_everybody({"Effect": "Allow", "Principal": "*"})
	policies.for_everybody({"Effect": "Allow", "Principal": {"AWS": ["*"]}})
	not policies.for_everybody({"Effect": "Allow", "Principal": "*", "Condition": {}})
	not policies.for_everybody({"Effect": "Allow", "Principal": {"AWS": "123456789012"}})
}
