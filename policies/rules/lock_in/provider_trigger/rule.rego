# METADATA
# title: Scaling by one provider's metrics or queue
# description: An autoscaler of the portable layers may not depend on a service of one provider.
# custom:
#   id: LCK-009
#   aliases: [LCK-075]
#   family: lock-in
#   severity: medium
#   scope: target
#   standards: []
#   rationale: |
#     Burst is the moment when a second cloud must help. An autoscaler that asks a service of the first one for its numbers cannot
#     help there, and not at all when the first one is away.
#   remediation: Scale by a Prometheus metric of the application.
#   since: 0.1.0
package altostrata.rules.lock_in.provider_trigger

import data.altostrata.lib.objects
import data.altostrata.lib.providers

considered := count(objects.of_kinds(["keda.sh/ScaledObject", "keda.sh/ScaledJob"]))

findings contains {"path": objects.inside(index, ["spec", "triggers", position, "type"]), "message": message} if {
	some index in objects.of_kinds(["keda.sh/ScaledObject", "keda.sh/ScaledJob"])
	providers.portable(input.resources[index])
	some position, trigger in input.resources[index].object.spec.triggers
	some prefix in ["aws-", "azure-", "gcp-"]
	startswith(trigger.type, prefix)
	message := $"{input.resources[index].id} scales by {trigger.type}, a service of one provider"
}
