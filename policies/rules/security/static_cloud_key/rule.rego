# METADATA
# title: Static cloud key
# description: A secret store must log in with its workload identity, not with a key. The same applies to programs at their own provider.
# custom:
#   id: SEC-107
#   aliases: []
#   family: security
#   severity: high
#   scope: target
#   standards: [NSA C-0020]
#   covers: {threats: [identity, isolation], families: [secrets]}
#   rationale: |
#     The store is the key to all other secrets. A workload identity is valid for an hour and only from its pod. A key works from
#     anywhere, and is stored in a Secret that everyone with a backup has.
#   remediation: Use the workload identity of the target (`serviceAccountRef`), and delete the key.
#   since: 0.1.0
package altostrata.rules.security.static_cloud_key

import data.altostrata.lib.objects
import data.altostrata.lib.selectors
import data.altostrata.lib.workloads

stores := objects.of_kinds(["external-secrets.io/SecretStore", "external-secrets.io/ClusterSecretStore"])

considered := count(stores) + count(input.containers)

# The key field of each kind of store. Other stores have no identity to use instead.
keys := [
	["aws", "auth", "secretRef"],
	["azurekv", "authSecretRef"],
	["gcpsm", "auth", "secretRef"],
	["vault", "auth", "tokenSecretRef"],
	["vault", "auth", "userPass"],
	["vault", "auth", "appRole"],
]

findings contains {"path": objects.inside(index, array.concat(["spec", "provider"], path)), "message": message} if {
	some index in stores
	some path in keys
	object.get(input.resources[index].object, array.concat(["spec", "provider"], path), null) != null
	message := $"{input.resources[index].id} logs in with a key that works from anywhere and never expires"
}

findings contains {"path": objects.inside(index, ["spec", "conditions"]), "message": message} if {
	some index in objects.of_kind("external-secrets.io/ClusterSecretStore")
	open(object.get(input.resources[index].object.spec, "conditions", []))
	message := $"{input.resources[index].id} offers its secrets to every namespace"
}

open(conditions) if count(conditions) == 0

open(conditions) if {
	some condition in conditions
	selectors.everything(condition.namespaceSelector)
}

open(conditions) if {
	some condition in conditions
	some pattern in condition.namespaceRegexes
	trim(pattern, "^.*+$") == ""
}

# Variables that pass a key to a program, by provider. For another provider's key there is no identity to use instead.
variables := {
	"AWS_ACCESS_KEY_ID": "aws",
	"AWS_SECRET_ACCESS_KEY": "aws",
	"AZURE_CLIENT_SECRET": "azure",
	"AZURE_CLIENT_CERTIFICATE_PATH": "azure",
	"GOOGLE_APPLICATION_CREDENTIALS": "gcp",
}

findings contains {"path": workloads.inside(container, ["env", position]), "message": message} if {
	input.provider.capabilities["workload-identity"]
	some container in input.containers
	some position, variable in container.spec.env
	variables[variable.name] == input.provider.name
	message := $"{workloads.title(container)} gets a key through {variable.name}, although its target offers workload identities"
}
