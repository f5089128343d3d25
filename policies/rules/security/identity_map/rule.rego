# METADATA
# title: Hand-written cloud identity mapping
# description: The map from cloud identities to Kubernetes users may not be part of the desired state.
# custom:
#   id: SEC-079
#   aliases: []
#   family: security
#   severity: critical
#   scope: target
#   standards: []
#   covers: {threats: [identity], families: [access, cloud]}
#   rationale: |
#     The map is read by the API server without any check: a mistake takes effect at once, and the one who could mend it may be locked
#     out by it.
#   remediation: Use access entries of the provider, which the target's own pipeline writes.
#   since: 0.1.0
package altostrata.rules.security.identity_map

import data.altostrata.lib.objects

considered := count(objects.of_kind("ConfigMap"))

findings contains {"path": objects.inside(index, ["metadata", "name"]), "message": message} if {
	some index in objects.of_kind("ConfigMap")
	input.resources[index].namespace == "kube-system"
	input.resources[index].name in {"aws-auth", "extension-apiserver-authentication"}
	message := $"{input.resources[index].id} decides who is administrator; one wrong line locks everybody out, or lets anybody in"
}
