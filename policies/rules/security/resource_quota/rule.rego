# METADATA
# title: Namespace without a quota
# description: Every namespace with pods must have a ResourceQuota.
# custom:
#   id: SEC-113
#   aliases: []
#   family: security
#   severity: low
#   scope: target
#   standards: [NSA C-0270]
#   covers: {threats: [availability], families: [operations]}
#   rationale: |
#     Systems of several environments share targets. A quota keeps one runaway autoscaler from using capacity that others need, above
#     all the standby that takes over after a failure.
#   remediation: Add a ResourceQuota for CPU, memory and pods.
#   since: 0.1.0
package altostrata.rules.security.resource_quota

import data.altostrata.lib.namespaces
import data.altostrata.lib.objects

considered := count(namespaces.used)

findings contains {"path": namespaces.path(namespace), "message": message, "missing": "ResourceQuota"} if {
	some namespace in namespaces.used
	not namespace in limited
	message := $"namespace {namespaces.title(namespace)} has no ResourceQuota, so it can use up the whole target"
}

limited contains input.resources[index].namespace if {
	some index in objects.of_kind("ResourceQuota")
	count(input.resources[index].object.spec.hard) > 0
}
