# METADATA
# title: Secret not delivered by a store
# description: In production every Secret used by a pod must come from an external store, or from an operator that creates and renews it.
# custom:
#   id: SEC-104
#   aliases: []
#   family: security
#   severity: medium
#   scope: target
#   standards: [CIS 5.4.2, NSA C-0208]
#   covers: {threats: [secrets, identity], families: [secrets, workloads]}
#   rationale: |
#     A Secret created by hand has no history, is rotated rarely, and is missing on the target that takes over after a disaster. A
#     delivered Secret has an owner and an access log, and appears wherever its declaration is applied. Certificates, and the
#     accounts of an operator's own database, count as delivered: they are created and renewed on the target.
#   remediation: Declare the secret in secrets.yaml, from which an ExternalSecret is rendered, and put its value into the targets' stores.
#   since: 0.1.0
package altostrata.rules.security.unmanaged_secret

import data.altostrata.lib.objects
import data.altostrata.lib.secrets

considered := count(secrets.uses)

findings contains {"path": use.path, "message": message, "missing": "external-secrets.io/ExternalSecret"} if {
	input.environment.tier == "production"
	some use in secrets.uses
	namespace := input.pods[use.pod].namespace
	not [namespace, use.name] in delivered
	not use.name in delivered_everywhere
	message := $"{use.title} of the Secret {use.name}, which must be created by hand in {namespace}, and again after every loss"
}

# The field that names the written Secret, per kind. Without it, the Secret has the object's name.
destinations := {
	"external-secrets.io/ExternalSecret": ["spec", "target", "name"],
	"cert-manager.io/Certificate": ["spec", "secretName"],
	"secrets.hashicorp.com/VaultDynamicSecret": ["spec", "destination", "name"],
	"secrets.hashicorp.com/VaultPKISecret": ["spec", "destination", "name"],
	"secrets.hashicorp.com/VaultStaticSecret": ["spec", "destination", "name"],
}

delivered contains [resource.namespace, object.get(resource.object, keys, resource.name)] if {
	some kind, keys in destinations
	some index in objects.of_kind(kind)
	resource := input.resources[index]
	object.get(resource.object, ["spec", "target", "creationPolicy"], "Owner") in {"Owner", "Orphan"}
}

delivered contains [input.resources[index].namespace, made.secretName] if {
	some index in objects.of_kind("secrets-store.csi.x-k8s.io/SecretProviderClass")
	some made in input.resources[index].object.spec.secretObjects
}

# Secrets that CloudNativePG creates for its databases.
delivered contains [resource.namespace, $"{resource.name}-{purpose}"] if {
	some index in objects.of_kind("postgresql.cnpg.io/Cluster")
	resource := input.resources[index]
	some purpose in ["app", "ca", "replication", "server", "superuser"]
}

delivered_everywhere contains object.get(spec, "externalSecretName", input.resources[index].name) if {
	some index in objects.of_kind("external-secrets.io/ClusterExternalSecret")
	spec := input.resources[index].object.spec
}
