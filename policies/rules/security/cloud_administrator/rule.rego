# METADATA
# title: Workload with cloud administrator rights
# description: No declared identity may be owner, editor or administrator of an account, project or subscription, and no grant may include everyone.
# custom:
#   id: SEC-138
#   aliases: []
#   family: security
#   severity: critical
#   scope: target
#   standards: []
#   covers: {threats: [privilege, identity], families: [cloud]}
#   rationale: |
#     An attacker who breaks into the pod has its identity and all its rights. An account owner's identity also gives access to the
#     backups, the logs and the other systems.
#   remediation: Grant only the actions and resources that the workload needs.
#   since: 0.1.0
package altostrata.rules.security.cloud_administrator

import data.altostrata.lib.objects
import data.altostrata.lib.policies

aws := objects.of_kinds(["iam.services.k8s.aws/Role", "iam.services.k8s.aws/User", "iam.services.k8s.aws/Group"])

documents := objects.of_kind("iam.services.k8s.aws/Policy")

entries := objects.of_kind("eks.services.k8s.aws/AccessEntry")

members := objects.of_kind("iam.cnrm.cloud.google.com/IAMPolicyMember")

bindings := objects.of_kinds(["iam.cnrm.cloud.google.com/IAMPolicy", "iam.cnrm.cloud.google.com/IAMPartialPolicy"])

azure := objects.of_kind("authorization.azure.com/RoleAssignment")

considered := count(array.concat(aws, documents)) + (count(array.concat(entries, azure)) + count(array.concat(members, bindings)))

findings contains {"path": objects.inside(index, ["spec", "policies", position]), "message": message} if {
	some index in aws
	some position, arn in input.resources[index].object.spec.policies
	parts := split(arn, "/")
	name := parts[count(parts) - 1]
	name in {"AdministratorAccess", "PowerUserAccess", "IAMFullAccess"}
	message := $"{input.resources[index].id} may do everything in its account: {name}"
}

findings contains {"path": objects.inside(index, ["spec", "policyDocument"]), "message": message} if {
	some index in documents
	some statement in policies.statements(input.resources[index].object.spec.policyDocument)
	policies.allows_everything(statement)
	message := allowing(index)
}

findings contains {"path": objects.inside(index, ["spec", "inlinePolicies", name]), "message": message} if {
	some index in aws
	some name, document in input.resources[index].object.spec.inlinePolicies
	some statement in policies.statements(document)
	policies.allows_everything(statement)
	message := allowing(index)
}

allowing(index) := $"{input.resources[index].id} allows every action"

findings contains {"path": objects.inside(index, ["spec", "assumeRolePolicyDocument"]), "message": message} if {
	some index in aws
	some statement in policies.statements(input.resources[index].object.spec.assumeRolePolicyDocument)
	policies.for_everybody(statement)
	message := $"every AWS user can assume {input.resources[index].id}"
}

findings contains {"path": objects.inside(index, ["spec", "accessPolicies", position, "policyARN"]), "message": message} if {
	some index in entries
	some position, policy in input.resources[index].object.spec.accessPolicies
	endswith(policy.policyARN, "/AmazonEKSClusterAdminPolicy")
	message := $"{input.resources[index].id} makes its principal an administrator of the whole target"
}

# Google roles with nearly all rights, or with the right to grant themselves the rest.
wide_roles := {
	"roles/owner",
	"roles/editor",
	"roles/iam.securityAdmin",
	"roles/resourcemanager.projectIamAdmin",
	"roles/resourcemanager.organizationAdmin",
}

everybody := {"allUsers", "allAuthenticatedUsers"}

granted contains {"index": index, "path": objects.inside(index, ["spec", "role"]), "role": input.resources[index].object.spec.role} if {
	some index in members
}

granted contains {"index": index, "path": objects.inside(index, ["spec", "bindings", position, "role"]), "role": binding.role} if {
	some index in bindings
	some position, binding in input.resources[index].object.spec.bindings
}

findings contains {"path": grant.path, "message": message} if {
	some grant in granted
	grant.role in wide_roles
	message := $"{input.resources[grant.index].id} grants {grant.role}, which covers nearly everything in the project"
}

holders contains {"index": index, "path": objects.inside(index, ["spec", "member"]), "member": input.resources[index].object.spec.member} if {
	some index in members
}

# A partial policy writes each member as an object, a full policy as a string.
holders contains {"index": index, "path": objects.inside(index, ["spec", "bindings", position, "members", place]), "member": named(member)} if {
	some index in bindings
	some position, binding in input.resources[index].object.spec.bindings
	some place, member in binding.members
}

named(member) := member if is_string(member)

named(member) := member.member if is_object(member)

findings contains {"path": holder.path, "message": message} if {
	some holder in holders
	holder.member in everybody
	message := $"{input.resources[holder.index].id} grants rights to {holder.member}, which is everyone"
}

# Azure roles by name and by id. The ids are the same in every subscription.
azure_roles := {
	"Owner": "8e3af657-a8ff-443c-a75c-2fe8c4bcb635",
	"Contributor": "b24988ac-6180-42a0-ab88-20f7382dd24c",
	"User Access Administrator": "18d7d88d-d35e-4fb5-a5c3-7773c20a72d9",
	"Role Based Access Control Administrator": "f58310d9-a9f6-439a-9e8d-f62e7b41a168",
}

findings contains {"path": objects.inside(index, ["spec", "roleDefinitionReference", "wellKnownName"]), "message": message} if {
	some index in azure
	written := input.resources[index].object.spec.roleDefinitionReference.wellKnownName
	some name, _ in azure_roles

	# The operator compares names case-insensitively.
	lower(written) == lower(name)
	message := $"{input.resources[index].id} grants the role {name}"
}

findings contains {"path": objects.inside(index, ["spec", "roleDefinitionReference", "armId"]), "message": message} if {
	some index in azure
	some name, number in azure_roles
	endswith(lower(input.resources[index].object.spec.roleDefinitionReference.armId), number)
	message := $"{input.resources[index].id} grants the role {name}"
}
