# METADATA
# title: Provider-specific accelerator
# description: A container must not request an accelerator that only one provider has.
# custom:
#   id: LCK-065
#   aliases: []
#   family: lock-in
#   severity: high
#   scope: target
#   standards: []
#   rationale: |
#     Models are compiled for the chip with its maker's tools. There is no second source: not at another provider, and not in your
#     own data centre.
#   remediation: Request a device that several providers offer, or keep a variant that runs without one.
#   since: 0.1.0
#   proof: lowers
package altostrata.rules.lock_in.single_accelerator

import data.altostrata.lib.workloads

makers := {"aws.amazon.com/": "aws", "google.com/tpu": "gcp", "habana.ai/": "one maker"}

considered := count(input.containers)

findings contains {"path": workloads.inside(container, ["resources", list, resource]), "message": message} if {
	some container in input.containers
	some list in ["limits", "requests"]
	some resource, _ in container.spec.resources[list]
	some prefix, maker in makers
	startswith(resource, prefix)
	message := $"{workloads.title(container)} requests {resource}, which only {maker} offers: models compiled for it run nowhere else"
}
