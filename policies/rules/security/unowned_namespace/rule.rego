# METADATA
# title: Nobody answers for a namespace
# description: Every namespace must say who owns it, how sensitive its data is and who pays, by labels or annotations; workloads whose Namespace is not declared must say so themselves.
# custom:
#   id: SEC-114
#   aliases: []
#   family: security
#   severity: low
#   scope: target
#   standards: [NSA C-0076, NSA C-0077]
#   covers: {threats: [governance], families: [operations, workloads]}
#   remediation: Set `owners`, `dataClass` and `costCentre` in system.yaml, from which the Namespace is labelled.
#   since: 0.1.0
#   parameters:
#     names:
#       description: Labels or annotations that must be there.
#       type: array
#       items: { type: string }
#       default: [altostrata.dev/owners, altostrata.dev/data-class, altostrata.dev/cost-centre]
package altostrata.rules.security.unowned_namespace

import data.altostrata.lib.namespaces
import data.altostrata.lib.objects

considered := count(answering)

# Namespaces, and the workloads of namespaces that are declared elsewhere.
answering contains index if some index in objects.of_kind("Namespace")

answering contains pod.resource if {
	some pod in input.pods
	not namespaces.declared[pod.namespace]
}

findings contains {"path": objects.inside(index, ["metadata"]), "message": message} if {
	some index in answering
	metadata := input.resources[index].object.metadata
	missing := [name | some name in input.parameters["SEC-114"].names; not says(metadata, name)]
	count(missing) > 0
	message := $"{input.resources[index].id} does not say {concat(", ", missing)}: nobody knows whom to ask, what may leak, or who pays"
}

says(metadata, name) if {
	some part in ["labels", "annotations"]
	metadata[part][name] != ""
}
