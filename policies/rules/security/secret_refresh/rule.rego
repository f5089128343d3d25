# METADATA
# title: Secret is never fetched again
# description: An ExternalSecret must be refreshed within a day, so that a rotated value arrives.
# custom:
#   id: SEC-105
#   aliases: []
#   family: security
#   severity: medium
#   scope: target
#   standards: []
#   covers: {threats: [secrets], families: [secrets]}
#   remediation: Set `refreshInterval` to at most 24h.
#   since: 0.1.0
package altostrata.rules.security.secret_refresh

import data.altostrata.lib.objects

considered := count(objects.of_kind("external-secrets.io/ExternalSecret"))

findings contains {"path": objects.inside(index, ["spec", "refreshInterval"]), "message": message} if {
	some index in objects.of_kind("external-secrets.io/ExternalSecret")
	interval := object.get(input.resources[index].object.spec, "refreshInterval", "1h")
	trim(interval, "0hms") == ""
	message := $"{input.resources[index].id} is fetched once and never again: a rotated value does not arrive"
}

findings contains {"path": objects.inside(index, ["spec", "refreshInterval"]), "message": message} if {
	some index in objects.of_kind("external-secrets.io/ExternalSecret")
	interval := input.resources[index].object.spec.refreshInterval
	contains(interval, "h")
	hours := to_number(split(interval, "h")[0])
	hours > 24
	message := $"{input.resources[index].id} is fetched every {interval}: a rotated value arrives too late"
}
