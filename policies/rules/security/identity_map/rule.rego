# METADATA
# title: Hand-written cloud identity mapping
# description: The mapping of cloud identities to Kubernetes users may not be part of the desired state.
# custom:
#   id: SEC-079
#   aliases: []
#   family: security
#   severity: critical
#   scope: target
#   standards: []
#   covers: {threats: [identity], families: [access, cloud]}
#   rationale: |
#     The API server reads the mapping without validation. A mistake takes effect at once and can lock out the person who could fix
#     it.
#   remediation: Use the provider's access entries, written by the target's own pipeline.
#   since: 0.1.0
package altostrata.rules.security.identity_map

import data.altostrata.lib.objects

considered := count(objects.of_kind("ConfigMap"))

findings contains {"path": objects.inside(index, ["metadata", "name"]), "message": message} if {
	some index in objects.of_kind("ConfigMap")
	input.resources[index].namespace == "kube-system"
	input.resources[index].name in {"aws-auth", "extension-apiserver-authentication"}
	message := $"{input.resources[index].id} decides who is an administrator: one wrong line locks everyone out or lets anyone in"
}
