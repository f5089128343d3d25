# METADATA
# title: Cloud key that never changes
# description: A store of secrets must log in by the identity of its workload, not by a key.
# custom:
#   id: SEC-107
#   aliases: []
#   family: security
#   severity: high
#   scope: target
#   standards: [NSA C-0020]
#   covers: {threats: [identity, isolation], families: [secrets]}
#   remediation: Use the workload identity of the target (`serviceAccountRef`), and delete the key.
#   since: 0.1.0
package altostrata.rules.security.static_cloud_key

import data.altostrata.lib.objects

stores := objects.of_kinds(["external-secrets.io/SecretStore", "external-secrets.io/ClusterSecretStore"])

considered := count(stores)

# Where each kind of store would hold a key; the others have no identity to use instead.
keys := [
	["aws", "auth", "secretRef"],
	["azurekv", "authSecretRef"],
	["gcpsm", "auth", "secretRef"],
]

findings contains {"path": objects.inside(index, array.concat(["spec", "provider"], path)), "message": message} if {
	some index in stores
	some path in keys
	object.get(input.resources[index].object, array.concat(["spec", "provider"], path), null) != null
	message := $"{input.resources[index].id} logs in with a key that works from anywhere and until somebody deletes it"
}

findings contains {"path": objects.inside(index, ["spec", "conditions"]), "message": message} if {
	some index in objects.of_kind("external-secrets.io/ClusterSecretStore")
	count(object.get(input.resources[index].object.spec, "conditions", [])) == 0
	message := $"{input.resources[index].id} gives its secrets to every namespace"
}
