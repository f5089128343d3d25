# METADATA
# title: Provider-specific annotation or label
# description: Applications and the platform may not set one provider's annotations or labels, except with values from the provider's folder.
# custom:
#   id: LCK-020
#   aliases: [LCK-021, LCK-050]
#   family: lock-in
#   severity: medium
#   scope: target
#   standards: []
#   rationale: |
#     Annotations silently tie portable YAML to one provider: every API server accepts the manifest, but it works at one provider
#     only. What a load balancer, a gateway or an identity needs is a fact about the provider. Define it in the provider's folder and
#     print it in the template. Such a value is not a finding.
#   remediation: Define the annotations of the capability (load balancer, gateway, workload identity) in the provider's folder.
#   since: 0.1.0
#   accepts: facts
package altostrata.rules.lock_in.provider_annotation

import data.altostrata.lib.providers

considered := count([resource | some resource in input.resources; providers.portable(resource)])

lists := ["annotations", "labels"]

# Most objects share a few keys, so each key is looked up once.
keys contains key if {
	some resource in input.resources
	some list in lists
	some key, _ in resource.object.metadata[list]
}

keys contains key if {
	some pod in input.pods
	some list in lists
	some key, _ in pod[list]
}

foreign[key] := provider if {
	some key in keys
	provider := providers.of_key(key)
}

findings contains {"path": ["resources", index, "object", "metadata", list, key], "message": message} if {
	some index, resource in input.resources
	providers.portable(resource)
	some list in lists
	some key, provider in foreign
	_ = resource.object.metadata[list][key]
	message := $"{key} works only at the provider {provider}; other providers silently ignore it"
}

findings contains {"path": path, "message": message} if {
	some pod in input.pods
	providers.portable(pod)
	some list in lists
	some key, provider in foreign
	_ = pod[list][key]
	path := array.concat(array.slice(pod.path, 0, count(pod.path) - 1), ["metadata", list, key])
	message := $"{key} works only at the provider {provider}; other providers silently ignore it"
}
