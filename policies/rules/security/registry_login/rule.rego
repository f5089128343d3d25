# METADATA
# title: Image without registry credentials
# description: "A pod that pulls from a private registry needs credentials: a pull secret, or the identity of the target's nodes."
# custom:
#   id: SEC-057
#   aliases: []
#   family: security
#   severity: low
#   scope: target
#   standards: []
#   covers: {threats: [availability, supply], families: [workloads, data]}
#   rationale: |
#     A pod whose image needs a login keeps running on nodes that already have the image and fails on the first new node: during an
#     upgrade, a burst or a recovery. One provider's node login does not work at another: an AWS registry accepts only AWS nodes.
#
#     Access is a fact of the provider: `image-pull.nodes` in provider.yaml lists the registries that its nodes log in to; `*.`
#     covers all names below a domain. For other registries use a pull secret of the pod or its ServiceAccount.
#   remediation: Add a pull secret to `imagePullSecrets` of the pod or its ServiceAccount, or add the registry to `image-pull.nodes` of the provider whose nodes log in to it.
#   since: 0.1.0
#   parameters:
#     open:
#       description: Registries that need no login.
#       type: array
#       items: { type: string }
#       default: [docker.io, gcr.io, ghcr.io, mcr.microsoft.com, public.ecr.aws, quay.io, registry.k8s.io]
package altostrata.rules.security.registry_login

import data.altostrata.lib.objects
import data.altostrata.lib.workloads

considered := count(input.pulls)

findings contains {"path": pull.path, "message": message, "missing": "ServiceAccount"} if {
	some pull in input.pulls
	not pull.image.registry in input.parameters["SEC-057"].open
	not node_logs_in(pull.image.registry)
	not pull.resource in with_secret
	message := $"{pull.title} pulls from {pull.image.registry}, but neither the pod nor the nodes of {input.provider.name} have credentials for it"
}

node_logs_in(registry) if {
	some known in input.provider.capabilities["image-pull"].nodes
	at(registry, known)
}

at(registry, known) if registry == known

# `*.` covers every name below a domain.
at(registry, known) if {
	startswith(known, "*.")
	endswith(registry, trim_prefix(known, "*"))
}

# Resources whose pods have a pull secret.
with_secret contains pod.resource if {
	some pod in input.pods
	names_one(pod.spec)
}

with_secret contains pod.resource if {
	some pod in input.pods
	[pod.namespace, workloads.account(pod)] in accounts
}

# CloudNativePG databases pass on their own pull secrets.
with_secret contains index if {
	some index in objects.of_kind("postgresql.cnpg.io/Cluster")
	names_one(input.resources[index].object.spec)
}

accounts contains [input.resources[index].namespace, input.resources[index].name] if {
	some index in objects.of_kind("ServiceAccount")
	names_one(input.resources[index].object)
}

names_one(holder) if {
	some secret in holder.imagePullSecrets
	secret.name != ""
}
