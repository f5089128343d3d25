# METADATA
# title: Secret with content in a manifest
# description: No Secret may be rendered with data; the target's secret store delivers it.
# custom:
#   id: SEC-100
#   aliases: []
#   family: security
#   severity: critical
#   scope: target
#   standards: [CIS 5.4.2, NSA C-0012]
#   covers: {threats: [secrets], families: [secrets]}
#   rationale: |
#     What was committed once stays in the history of every clone. Base64 is no protection. Secrets live in each target's secret
#     store, and an ExternalSecret brings them into the namespace.
#   remediation: Name the secret in secrets.yaml, put its value into the targets' secret stores, and change the value that was committed.
#   since: 0.1.0
package altostrata.rules.security.secret_in_manifest

import data.altostrata.lib.objects

considered := count(objects.of_kind("Secret"))

findings contains {"path": objects.inside(index, [key]), "message": message} if {
	some index in objects.of_kind("Secret")
	some key in ["data", "stringData"]
	some value in input.resources[index].object[key]
	not encrypted(index, value)
	message := $"{input.resources[index].id} carries its content: everybody who reads the repository knows it"
}

# What SOPS encrypted is judged by SEC-106.
encrypted(index, value) if {
	is_object(input.resources[index].object.sops)
	startswith(value, "ENC[AES256_GCM,")
}
