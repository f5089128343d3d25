# METADATA
# title: Provider-specific kind in the portable layer
# description: Applications and the platform may render only kinds that run on every provider.
# custom:
#   id: LCK-001
#   aliases: [LCK-002, LCK-003, LCK-004, LCK-022, LCK-027, LCK-067]
#   family: lock-in
#   severity: high
#   scope: target
#   standards: []
#   rationale: |
#     An application that renders one cloud's bucket runs only on that cloud, and moving it starts with a rewrite. The same bucket is
#     fine in the provider's folder: there it is that provider's implementation of a capability, and other providers have their own.
#   remediation: Move the template to clouds/<provider>/templates, and request it as a capability.
#   since: 0.1.0
package altostrata.rules.lock_in.proprietary_kind

import data.altostrata.lib.providers

considered := count([resource | some resource in input.resources; providers.portable(resource)])

findings contains {"path": ["resources", index, "object", "apiVersion"], "message": message} if {
	some kind, indices in input.byKind
	group := concat("/", array.slice(split(kind, "/"), 0, 1))
	provider := providers.of_group(group)
	some index in indices
	providers.portable(input.resources[index])
	message := $"{input.resources[index].id} is a kind of {provider}, so this layer cannot run at another provider"
}
