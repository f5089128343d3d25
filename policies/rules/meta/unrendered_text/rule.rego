# METADATA
# title: Unrendered template text in a manifest
# description: No rendered scalar may contain template braces or the trace of a missing value.
# custom:
#   id: MET-001
#   aliases: []
#   family: meta
#   severity: high
#   scope: target
#   standards: []
#   covers: {threats: [governance], families: [workloads, access, network, secrets, data, operations, gitops, cloud]}
#   rationale: |
#     `{{host}}`, `[object Object]` and `undefined` in a manifest mean that a value was not replaced or not known. Kubernetes accepts
#     such text, and the program reads it as a host name.
#   remediation: Correct the template. If a value must contain braces, put it in a file that is not rendered.
#   since: 0.1.0
#   parameters:
#     kinds:
#       description: Kinds whose objects contain their own templates.
#       type: array
#       items: { type: string }
#       default: [ExternalSecret, ClusterExternalSecret, PushSecret, PrometheusRule]
package altostrata.rules.meta.unrendered_text

considered := count(input.resources)

findings contains {"path": text.path, "message": message} if {
	some text in input.texts
	"unrendered" in text.marks
	resource := input.resources[text.resource]
	not resource.kind in input.parameters["MET-001"].kinds
	message := $"{resource.id} contains unrendered text: {text.text}"
}
