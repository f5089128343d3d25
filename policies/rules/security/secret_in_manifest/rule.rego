# METADATA
# title: Secret with content in a manifest
# description: No Secret may be rendered with data. The target's secret store delivers it.
# custom:
#   id: SEC-100
#   aliases: []
#   family: security
#   severity: critical
#   scope: target
#   standards: [CIS 5.4.2, NSA C-0012]
#   covers: {threats: [secrets], families: [secrets]}
#   rationale: |
#     A committed value stays in the history of every clone, and base64 is no protection. Each target's secret store holds the
#     values, and an ExternalSecret delivers them to the namespace.
#   remediation: Declare the secret in secrets.yaml, put its value into the targets' secret stores, and rotate the committed value.
#   since: 0.1.0
package altostrata.rules.security.secret_in_manifest

import data.altostrata.lib.objects

considered := count(objects.of_kind("Secret"))

findings contains {"path": objects.inside(index, [key]), "message": message} if {
	some index in objects.of_kind("Secret")
	some key in ["data", "stringData"]
	some value in input.resources[index].object[key]
	not encrypted(index, value)
	message := $"{input.resources[index].id} contains its data, which anyone with access to the repository can read"
}

# SEC-106 checks Secrets encrypted with SOPS.
encrypted(index, value) if {
	is_object(input.resources[index].object.sops)
	startswith(value, "ENC[AES256_GCM,")
}
