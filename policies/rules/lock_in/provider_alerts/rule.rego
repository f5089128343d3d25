# METADATA
# title: Provider-specific alerts
# description: Alerts must not be written as objects of one provider.
# custom:
#   id: LCK-071
#   aliases: []
#   family: lock-in
#   severity: low
#   scope: target
#   standards: []
#   rationale: |
#     Alerts are knowledge that was paid for with outages. Written in the language of one provider they stay behind when the system
#     leaves, and say nothing when that provider is what failed.
#   remediation: Write them as PrometheusRule; it is read wherever Prometheus or something compatible runs.
#   since: 0.1.0
#   proof: lowers
package altostrata.rules.lock_in.provider_alerts

import data.altostrata.lib.surfaces

groups := {"cloudwatch.services.k8s.aws", "monitoring.cnrm.cloud.google.com", "insights.azure.com", "alertsmanagement.azure.com"}

considered := count(surfaces.of_groups(groups)) + count(input.pods)

findings contains {"path": ["resources", index, "object", "kind"], "message": message} if {
	some index in surfaces.of_groups(groups)
	message := $"{input.resources[index].id} watches through the provider that it watches, and is read nowhere else"
}
