# METADATA
# title: Provider-specific telemetry agent
# description: Applications and the platform may not run one provider's telemetry agent.
# custom:
#   id: LCK-070
#   aliases: []
#   family: lock-in
#   severity: medium
#   scope: target
#   standards: []
#   rationale: |
#     You need metrics, logs and traces most during an outage. A provider's agent sends them to a store that other targets cannot
#     reach, in a format that keeps your history there.
#   remediation: Send OTLP or Prometheus remote write, and configure the receiver in the provider's folder.
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
	message := $"{workloads.title(container)} runs {agent}, which reports to one provider only"
}
