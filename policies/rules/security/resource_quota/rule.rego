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
#     Systems of several environments share targets. A quota keeps a runaway autoscaler of one from taking the room that another
#     was promised, above all the standby whose turn comes when something fails.
#   remediation: Add a ResourceQuota for CPU, memory and pods.
#   since: 0.1.0
package altostrata.rules.security.resource_quota

import data.altostrata.lib.namespaces
import data.altostrata.lib.objects

considered := count(namespaces.used)

findings contains {"path": namespaces.path(namespace), "message": message, "missing": "ResourceQuota"} if {
	some namespace in namespaces.used
	not namespace in limited
	message := $"namespace {namespaces.title(namespace)} may use up its whole target: it has no ResourceQuota"
}

limited contains input.resources[index].namespace if {
	some index in objects.of_kind("ResourceQuota")
	count(input.resources[index].object.spec.hard) > 0
}
