# METADATA
# title: Provider secret store in the portable layer
# description: Applications and the platform must read secrets through the target's store, not through a provider's own.
# custom:
#   id: LCK-052
#   aliases: [LCK-053]
#   family: lock-in
#   severity: medium
#   scope: target
#   standards: []
#   rationale: |
#     Each target has its own store under a common name. A system that names a provider's store cannot start elsewhere, and its
#     standby cannot read secrets exactly when that provider has failed.
#   remediation: Use the store from the target's capability `secret-store`, and define the store in the provider's templates.
#   since: 0.1.0
package altostrata.rules.lock_in.provider_secret_store

import data.altostrata.lib.objects
import data.altostrata.lib.providers

stores := ["external-secrets.io/SecretStore", "external-secrets.io/ClusterSecretStore"]

classes := objects.of_kind("secrets-store.csi.x-k8s.io/SecretProviderClass")

considered := (count(objects.of_kinds(stores)) + count(objects.of_kind("external-secrets.io/ExternalSecret"))) + count(classes)

findings contains {"path": objects.inside(index, ["spec", "provider", kind]), "message": message} if {
	some index in objects.of_kinds(stores)
	providers.portable(input.resources[index])
	some kind, _ in input.resources[index].object.spec.provider
	kind in {"aws", "azurekv", "gcpsm", "ibm", "oracle"}
	message := $"{input.resources[index].id} reads secrets from a store of one provider ({kind})"
}

findings contains {"path": objects.inside(index, ["spec", "provider"]), "message": message} if {
	some index in classes
	providers.portable(input.resources[index])
	message := $"{input.resources[index].id} mounts secrets through one provider's driver"
}
