# METADATA
# title: Provider-specific telemetry agent
# description: Applications and the platform may not run the telemetry agent of one provider.
# custom:
#   id: LCK-070
#   aliases: []
#   family: lock-in
#   severity: medium
#   scope: target
#   standards: []
#   rationale: |
#     Metrics, logs and traces are asked for most when something fails. An agent of one provider sends them into a store that the
#     other targets do not reach, in a form that takes years of history with it.
#   remediation: Send OTLP or Prometheus remote write; let the provider's folder decide what receives it.
#   since: 0.1.0
package altostrata.rules.lock_in.provider_agent

import data.altostrata.lib.providers
import data.altostrata.lib.workloads

agents := ["cloudwatch-agent", "aws-for-fluent-bit", "aws-otel-collector", "xray-daemon", "ops-agent", "azuremonitor", "oms-agent", "stackdriver"]

considered := count([container | some container in input.containers; container.image])

findings contains {"path": workloads.inside(container, ["image"]), "message": message} if {
	some container in input.containers
	providers.portable(input.pods[container.pod])
	some agent in agents
	contains(container.image.repository, agent)
	message := $"{workloads.title(container)} runs {agent}, which reports to one provider"
}
