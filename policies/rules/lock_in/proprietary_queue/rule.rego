# METADATA
# title: Proprietary queue or stream
# description: No queue, topic or stream may be used whose protocol only one provider speaks.
# custom:
#   id: LCK-012
#   aliases: []
#   family: lock-in
#   severity: medium
#   scope: target
#   standards: []
#   rationale: |
#     Producers and consumers hold the client of the queue, its limits and its order of messages. Moving means to change all of them
#     on one day, while messages wait in a place that the new side cannot read.
#   remediation: Use an open protocol (Kafka, AMQP 1.0, NATS) with a broker that each provider offers or that runs in the target.
#   since: 0.1.0
#   proof: lowers
package altostrata.rules.lock_in.proprietary_queue

import data.altostrata.lib.surfaces

groups := {"sqs.services.k8s.aws", "sns.services.k8s.aws", "kinesis.services.k8s.aws", "pubsub.cnrm.cloud.google.com", "servicebus.azure.com", "eventgrid.azure.com"}

considered := count(surfaces.of_groups(groups)) + count(input.pods)

findings contains {"path": ["resources", index, "object", "kind"], "message": message} if {
	some index in surfaces.of_groups(groups)
	message := $"{input.resources[index].id} is a queue that is spoken to only through its provider"
}
