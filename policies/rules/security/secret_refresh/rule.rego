# METADATA
# title: Secret is not refreshed
# description: An ExternalSecret must refresh within a day, so that a rotated value arrives.
# custom:
#   id: SEC-105
#   aliases: []
#   family: security
#   severity: medium
#   scope: target
#   standards: []
#   covers: {threats: [secrets], families: [secrets]}
#   rationale: |
#     Rotating a secret helps only when the new value reaches the pods. With an interval of 0 the operator fetches it once. With a
#     long interval a leaked value stays valid for just as long.
#   remediation: Set `refreshInterval` to at most 24h.
#   since: 0.1.0
package altostrata.rules.security.secret_refresh

import data.altostrata.lib.dates
import data.altostrata.lib.objects

considered := count(fetched)

# Refreshed secrets with the path of their interval: an ExternalSecret, or the template inside a ClusterExternalSecret.
fetched contains {"index": index, "path": ["spec"]} if {
	some index in objects.of_kind("external-secrets.io/ExternalSecret")
}

fetched contains {"index": index, "path": ["spec", "externalSecretSpec"]} if {
	some index in objects.of_kind("external-secrets.io/ClusterExternalSecret")
}

said(secret, key, otherwise) := object.get(input.resources[secret.index].object, array.concat(secret.path, [key]), otherwise)

longest := 86400

# Many secrets share an interval, so parse each once.
intervals contains said(secret, "refreshInterval", "1h") if some secret in fetched

seconds[interval] := dates.span(interval) if some interval in intervals

findings contains {"path": objects.inside(secret.index, array.concat(secret.path, ["refreshInterval"])), "message": message} if {
	some secret in fetched
	seconds[said(secret, "refreshInterval", "1h")] == 0
	message := $"{input.resources[secret.index].id} is fetched only once, so a rotated value never arrives"
}

findings contains {"path": objects.inside(secret.index, array.concat(secret.path, ["refreshPolicy"])), "message": message} if {
	some secret in fetched
	policy := said(secret, "refreshPolicy", "Periodic")
	policy != "Periodic"
	message := $"{input.resources[secret.index].id} uses the refresh policy {policy}, which ignores the interval: a rotated value does not arrive"
}

findings contains {"path": objects.inside(secret.index, array.concat(secret.path, ["refreshInterval"])), "message": message} if {
	some secret in fetched
	interval := said(secret, "refreshInterval", "1h")
	seconds[interval] > longest
	message := $"{input.resources[secret.index].id} is fetched every {interval}: a rotated value arrives too late"
}
