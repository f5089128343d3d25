# METADATA
# title: Namespace without an owner
# description: Every namespace must name its owner, data class and cost centre in labels or annotations. Workloads whose Namespace is not declared must do so themselves.
# custom:
#   id: SEC-114
#   aliases: []
#   family: security
#   severity: low
#   scope: target
#   standards: [NSA C-0076, NSA C-0077]
#   covers: {threats: [governance], families: [operations, workloads]}
#   rationale: |
#     When something breaks at night, leaks data or costs too much, the object at hand must show whom to contact. Namespaces carry
#     this for everything inside. A workload whose Namespace is declared elsewhere must carry it itself.
#   remediation: Set `owners`, `dataClass` and `costCentre` in system.yaml. The Namespace labels come from there.
#   since: 0.1.0
#   parameters:
#     names:
#       description: Required labels or annotations.
#       type: array
#       items: { type: string }
#       default: [altostrata.dev/owners, altostrata.dev/data-class, altostrata.dev/cost-centre]
package altostrata.rules.security.unowned_namespace

import data.altostrata.lib.namespaces
import data.altostrata.lib.objects

considered := count(answering)

# Namespaces, and workloads in namespaces that are declared elsewhere.
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
	message := $"{resource.id} lacks {concat(", ", unsaid)}: its owner, data class or cost centre is unknown"
}

says(metadata, name) if {
	some part in ["labels", "annotations"]
	metadata[part][name] != ""
}
