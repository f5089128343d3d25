# METADATA
# title: Provider-specific alerts
# description: Alerts must not be objects of one provider.
# custom:
#   id: LCK-071
#   aliases: []
#   family: lock-in
#   severity: low
#   scope: target
#   standards: []
#   rationale: |
#     Alerts hold lessons from past outages. Alerts in one provider's language stay behind when the system leaves, and stay silent
#     when that provider fails.
#   remediation: Write them as PrometheusRule, which works wherever Prometheus or a compatible system runs.
#   since: 0.1.0
#   proof: lowers
package altostrata.rules.lock_in.provider_alerts

import data.altostrata.lib.surfaces

groups := {"cloudwatch.services.k8s.aws", "monitoring.cnrm.cloud.google.com", "insights.azure.com", "alertsmanagement.azure.com"}

considered := count(surfaces.of_groups(groups)) + count(input.pods)

findings contains {"path": ["resources", index, "object", "kind"], "message": message} if {
	some index in surfaces.of_groups(groups)
	message := $"{input.resources[index].id} monitors a provider through that same provider, and works only there"
}
