# METADATA
# title: Provider-specific annotation or label
# description: Applications and the platform may carry no annotation or label of one provider, unless its value comes from the provider's folder.
# custom:
#   id: LCK-020
#   aliases: [LCK-021, LCK-050]
#   family: lock-in
#   severity: medium
#   scope: target
#   standards: []
#   rationale: |
#     Annotations quietly turn portable YAML into one provider's YAML: every API server accepts the manifest, and it works at
#     one provider. The needs of a load balancer, a gateway or an identity are facts of the provider, so its folder defines them, and
#     a template prints them. Such a value is not a finding.
#   remediation: Let the provider's folder give the annotations of the capability (load balancer, gateway, workload identity).
#   since: 0.1.0
#   accepts: facts
package altostrata.rules.lock_in.provider_annotation

import data.altostrata.lib.providers

considered := count([resource | some resource in input.resources; providers.portable(resource)])

lists := ["annotations", "labels"]

# Most objects have the same few keys: each is asked about once.
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
	message := $"{key} has a meaning only at the provider {provider}; elsewhere it is silently ignored"
}

findings contains {"path": path, "message": message} if {
	some pod in input.pods
	providers.portable(pod)
	some list in lists
	some key, provider in foreign
	_ = pod[list][key]
	path := array.concat(array.slice(pod.path, 0, count(pod.path) - 1), ["metadata", list, key])
	message := $"{key} has a meaning only at the provider {provider}; elsewhere it is silently ignored"
}
