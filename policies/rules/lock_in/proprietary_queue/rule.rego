# METADATA
# title: Proprietary queue or stream
# description: No queue, topic or stream may be used whose protocol exists at only one provider.
# custom:
#   id: LCK-012
#   aliases: []
#   family: lock-in
#   severity: medium
#   scope: target
#   standards: []
#   rationale: |
#     Producers and consumers depend on the queue's client, limits and ordering. Moving means changing all of them on one day, while
#     messages wait where the new side cannot read them.
#   remediation: Use an open protocol (Kafka, AMQP 1.0, NATS) with a broker that every provider offers or that runs in the target.
#   since: 0.1.0
#   proof: lowers
package altostrata.rules.lock_in.proprietary_queue

import data.altostrata.lib.surfaces

groups := {"sqs.services.k8s.aws", "sns.services.k8s.aws", "kinesis.services.k8s.aws", "pubsub.cnrm.cloud.google.com", "servicebus.azure.com", "eventgrid.azure.com"}

considered := count(surfaces.of_groups(groups)) + count(input.pods)

findings contains {"path": ["resources", index, "object", "kind"], "message": message} if {
	some index in surfaces.of_groups(groups)
	message := $"{input.resources[index].id} is a queue that only its provider's protocol can reach"
}
