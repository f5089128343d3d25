# METADATA
# title: Namespace without an owner
# description: Every namespace must say who owns it, how sensitive its data is and who pays, by labels or annotations; workloads whose Namespace is not declared must say so themselves.
# custom:
#   id: SEC-114
#   aliases: []
#   family: security
#   severity: low
#   scope: target
#   standards: [NSA C-0076, NSA C-0077]
#   covers: {threats: [governance], families: [operations, workloads]}
#   rationale: |
#     When something breaks at night, leaks, or costs more than it should, the object at hand must say whom to ask. Namespaces carry that
#     for everything inside: owners, the class of the data, and who pays. A workload whose Namespace is declared elsewhere must say it
#     itself.
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

# Namespaces, and the workloads of namespaces that are declared elsewhere, where it may be said.
answering contains {"index": index, "undecided": {}} if some index in objects.of_kind("Namespace")

answering contains {"index": pod.resource, "undecided": {"missing": "Namespace"}} if {
	some pod in input.pods
	not namespaces.declared[pod.namespace]
}

findings contains object.union({"path": objects.inside(entry.index, ["metadata"]), "message": message}, entry.undecided) if {
	some entry in answering
	resource := input.resources[entry.index]
	unsaid := [name | some name in input.parameters["SEC-114"].names; not says(resource.object.metadata, name)]
	count(unsaid) > 0
	message := $"{resource.id} does not say {concat(", ", unsaid)}: nobody knows whom to ask, what may leak, or who pays"
}

says(metadata, name) if {
	some part in ["labels", "annotations"]
	metadata[part][name] != ""
}
