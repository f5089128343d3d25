package altostrata.rules.security.cloud_administrator_test

import data.altostrata.lib.testing
import data.altostrata.rules.security.cloud_administrator as rule

world(kind, spec) := testing.with_objects([[kind, {"spec": spec}]])

test_aws if {
	count(rule.findings) == 1 with input as world("iam.services.k8s.aws/Role", {"policies": ["arn:aws:iam::aws:policy/AdministratorAccess", "arn:aws:iam::aws:policy/ReadOnlyAccess"]})
	count(rule.findings) == 1 with input as world("iam.services.k8s.aws/Policy", {"policyDocument": json.marshal({"Statement": [{"Effect": "Allow", "Action": "*"}]})})
	count(rule.findings) == 0 with input as world("iam.services.k8s.aws/Policy", {"policyDocument": json.marshal({"Statement": [{"Effect": "Allow", "Action": ["s3:GetObject"]}]})})
}

test_google_and_azure if {
	count(rule.findings) == 2 with input as world("iam.cnrm.cloud.google.com/IAMPolicyMember", {"role": "roles/owner", "member": "allUsers"})
	count(rule.findings) == 1 with input as world("authorization.azure.com/RoleAssignment", {"roleDefinitionReference": {"wellKnownName": "Owner"}})
	rule.considered == 1 with input as world("authorization.azure.com/RoleAssignment", {})
}
