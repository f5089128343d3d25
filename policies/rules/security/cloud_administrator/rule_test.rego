package altostrata.rules.security.cloud_administrator_test

import data.altostrata.lib.testing
import data.altostrata.rules.security.cloud_administrator as rule

world(kind, spec) := testing.with_objects([[kind, {"spec": spec}]])

test_aws if {
	count(rule.findings) == 1 with input as world("iam.services.k8s.aws/Role", {"policies": ["arn:aws:iam::aws:policy/AdministratorAccess", "arn:aws:iam::aws:policy/ReadOnlyAccess"]})
	count(rule.findings) == 1 with input as world("iam.services.k8s.aws/Policy", {"policyDocument": json.marshal({"Statement": [{"Effect": "Allow", "Action": "*"}]})})
	count(rule.findings) == 0 with input as world("iam.services.k8s.aws/Policy", {"policyDocument": json.marshal({"Statement": [{"Effect": "Allow", "Action": ["s3:GetObject"]}]})})
}

test_bindings_of_policies if {
	bindings := [{"role": "roles/editor", "members": [{"member": "user:a@example.com"}, {"memberFrom": {"serviceAccountRef": {"name": "b"}}}]}, {"role": "roles/viewer", "members": [{"member": "allUsers"}]}]
	count(rule.findings) == 2 with input as world("iam.cnrm.cloud.google.com/IAMPartialPolicy", {"bindings": bindings})
	count(rule.findings) == 1 with input as world("iam.cnrm.cloud.google.com/IAMPolicy", {"bindings": [{"role": "roles/viewer", "members": ["allUsers"]}]})
}

test_google_and_azure if {
	count(rule.findings) == 2 with input as world("iam.cnrm.cloud.google.com/IAMPolicyMember", {"role": "roles/owner", "member": "allUsers"})
	count(rule.findings) == 1 with input as world("authorization.azure.com/RoleAssignment", {"roleDefinitionReference": {"wellKnownName": "owner"}})
	rule.considered == 1 with input as world("authorization.azure.com/RoleAssignment", {})
}

test_numbers_of_azure if {
	count(rule.findings) == 1 with input as world("authorization.azure.com/RoleAssignment", {"roleDefinitionReference": {"armId": "/providers/x/8E3AF657-a8ff-443c-a75c-2fe8c4bcb635"}})
}
