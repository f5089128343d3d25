# METADATA
# title: Image without registry credentials
# description: A pod that pulls from a private registry needs credentials, from a pull secret or from the nodes of the target.
# custom:
#   id: SEC-057
#   aliases: []
#   family: security
#   severity: low
#   scope: target
#   standards: []
#   covers: {threats: [availability, supply], families: [workloads, data]}
#   rationale: |
#     A pod whose image sits behind a login keeps running on the nodes that once pulled it, and fails on the first new node: during an
#     upgrade, a burst, or a recovery on another provider, when it is needed most. The login of one provider's nodes is worth nothing at
#     the next: a registry of AWS answers the nodes of AWS alone.
#
#     Who may pull comes from facts: `image-pull.nodes` in provider.yaml names the registries that a provider's nodes log in to by
#     themselves, `*.` standing for all names below a domain; a pull secret of the pod, or of its ServiceAccount, does for the rest.
#   remediation: "Name a pull secret in `imagePullSecrets` of the pod or its ServiceAccount, or the registry in `image-pull.nodes` of the provider whose nodes log in by themselves."
#   since: 0.1.0
#   parameters:
#     open:
#       description: Registries that anybody may pull from.
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
	message := $"{pull.title} pulls from {pull.image.registry}, for which neither the pod nor the nodes of {input.provider.name} have a login"
}

node_logs_in(registry) if {
	some known in input.provider.capabilities["image-pull"].nodes
	at(registry, known)
}

at(registry, known) if registry == known

# `*.` stands for every name below a domain.
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

# Databases of CloudNativePG hand theirs on.
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
