# METADATA
# title: Provider-specific scaling trigger
# description: An autoscaler in a portable layer may not depend on one provider's service.
# custom:
#   id: LCK-009
#   aliases: [LCK-075]
#   family: lock-in
#   severity: medium
#   scope: target
#   standards: []
#   rationale: |
#     A burst needs a second cloud. An autoscaler that reads its metrics from a service of the first cloud does not work there, and
#     fails with an outage of the first.
#   remediation: Scale on a Prometheus metric of the application.
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
	message := $"{input.resources[index].id} scales on {trigger.type}, a service of one provider"
}
