# METADATA
# title: Workload that administers its cloud
# description: No declared identity may be owner, editor or administrator of an account, a project or a subscription, and none may be everybody.
# custom:
#   id: SEC-138
#   aliases: []
#   family: security
#   severity: critical
#   scope: target
#   standards: []
#   covers: {threats: [privilege, identity], families: [cloud]}
#   remediation: Grant the few actions that the workload needs, on the few resources.
#   since: 0.1.0
package altostrata.rules.security.cloud_administrator

import data.altostrata.lib.objects

aws := objects.of_kinds(["iam.services.k8s.aws/Role", "iam.services.k8s.aws/User", "iam.services.k8s.aws/Group"])

google := objects.of_kinds(["iam.cnrm.cloud.google.com/IAMPolicyMember", "iam.cnrm.cloud.google.com/IAMPartialPolicy"])

azure := objects.of_kind("authorization.azure.com/RoleAssignment")

documents := objects.of_kind("iam.services.k8s.aws/Policy")

considered := ((count(aws) + count(google)) + count(azure)) + count(documents)

findings contains {"path": objects.inside(index, ["spec", "policies", position]), "message": message} if {
	some index in aws
	some position, arn in input.resources[index].object.spec.policies
	name := split(arn, "/")[1]
	name in {"AdministratorAccess", "PowerUserAccess", "IAMFullAccess"}
	message := $"{input.resources[index].id} may do everything in its account: {name}"
}

findings contains {"path": objects.inside(index, ["spec", "policyDocument"]), "message": message} if {
	some index in documents
	policy := json.unmarshal(input.resources[index].object.spec.policyDocument)
	some statement in policy.Statement
	statement.Effect == "Allow"
	"*" in as_list(statement.Action)
	message := $"{input.resources[index].id} allows every action"
}

as_list(value) := value if is_array(value)

as_list(value) := [value] if is_string(value)

findings contains {"path": objects.inside(index, ["spec", "role"]), "message": message} if {
	some index in google
	role := input.resources[index].object.spec.role
	role in {"roles/owner", "roles/editor"}
	message := $"{input.resources[index].id} gives {role}, which is nearly everything in the project"
}

findings contains {"path": objects.inside(index, ["spec", "member"]), "message": message} if {
	some index in google
	member := input.resources[index].object.spec.member
	member in {"allUsers", "allAuthenticatedUsers"}
	message := $"{input.resources[index].id} gives rights to {member}, which is everybody"
}

findings contains {"path": objects.inside(index, ["spec", "roleDefinitionReference", "wellKnownName"]), "message": message} if {
	some index in azure
	name := input.resources[index].object.spec.roleDefinitionReference.wellKnownName
	name in {"Owner", "Contributor", "User Access Administrator"}
	message := $"{input.resources[index].id} gives the role {name}"
}
