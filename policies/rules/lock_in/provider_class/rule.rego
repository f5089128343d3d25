# METADATA
# title: Provider-specific class
# description: Applications and the platform may not name one provider's storage, gateway, ingress or load balancer class, except with a value from the provider's folder.
# custom:
#   id: LCK-024
#   aliases: [LCK-040]
#   family: lock-in
#   severity: medium
#   scope: target
#   standards: []
#   rationale: |
#     `gp3` exists at one provider, `managed-csi` at another. Each provider's folder defines its class for block storage or gateways,
#     and templates print that value. The same manifest then works everywhere. The rule reads where a value came from and accepts
#     such values.
#   remediation: Print the class from the provider's capability instead of hard-coding it.
#   since: 0.1.0
#   accepts: facts
package altostrata.rules.lock_in.provider_class

import data.altostrata.lib.objects
import data.altostrata.lib.providers

considered := count(uses)

# Every class that a portable manifest names, with its path.
uses contains {"path": objects.inside(index, path), "class": class} if {
	some kind, path in {
		"gateway.networking.k8s.io/Gateway": ["spec", "gatewayClassName"],
		"networking.k8s.io/Ingress": ["spec", "ingressClassName"],
		"Service": ["spec", "loadBalancerClass"],
		"PersistentVolumeClaim": ["spec", "storageClassName"],
		"postgresql.cnpg.io/Cluster": ["spec", "storage", "storageClass"],
	}
	some index in objects.of_kind(kind)
	providers.portable(input.resources[index])
	class := object.get(input.resources[index].object, path, null)
	is_string(class)
}

uses contains {"path": objects.inside(index, path), "class": class} if {
	some index in objects.of_kind("apps/StatefulSet")
	providers.portable(input.resources[index])
	some position, claim in input.resources[index].object.spec.volumeClaimTemplates
	class := claim.spec.storageClassName
	path := ["spec", "volumeClaimTemplates", position, "spec", "storageClassName"]
}

findings contains {"path": use.path, "message": message} if {
	some use in uses
	use.class in of_one_provider
	message := $"the class {use.class} exists only at some providers, so portable YAML must not set it"
}

findings contains {"path": use.path, "message": message} if {
	some use in uses
	not use.class in of_one_provider
	some mark in ["gke-", "alb", "nlb", "azure-", "aks-", "gp2", "gp3", "pd-", "ebs", "managed-csi"]
	startswith(lower(use.class), mark)
	message := $"the class {use.class} appears to exist at one provider only, so portable YAML must not set it"
}

of_one_provider contains class if some class in input.vocabulary.storageClasses

of_one_provider contains class if some class in input.vocabulary.gatewayClasses
