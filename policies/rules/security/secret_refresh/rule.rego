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

import data.altostrata.lib.dates
import data.altostrata.lib.objects

considered := count(fetched)

# What is fetched, with where it says how often: an ExternalSecret, or the one that a ClusterExternalSecret makes in each namespace.
fetched contains {"index": index, "path": ["spec"], "spec": input.resources[index].object.spec} if {
	some index in objects.of_kind("external-secrets.io/ExternalSecret")
}

fetched contains {"index": index, "path": ["spec", "externalSecretSpec"], "spec": input.resources[index].object.spec.externalSecretSpec} if {
	some index in objects.of_kind("external-secrets.io/ClusterExternalSecret")
}

longest := 86400

findings contains {"path": objects.inside(secret.index, array.concat(secret.path, ["refreshInterval"])), "message": message} if {
	some secret in fetched
	dates.span(object.get(secret.spec, "refreshInterval", "1h")) == 0
	message := $"{input.resources[secret.index].id} is fetched once and never again: a rotated value does not arrive"
}

findings contains {"path": objects.inside(secret.index, array.concat(secret.path, ["refreshPolicy"])), "message": message} if {
	some secret in fetched
	policy := object.get(secret.spec, "refreshPolicy", "Periodic")
	policy != "Periodic"
	message := $"{input.resources[secret.index].id} is fetched by the policy {policy}, whatever its interval says: a rotated value does not arrive"
}

findings contains {"path": objects.inside(secret.index, array.concat(secret.path, ["refreshInterval"])), "message": message} if {
	some secret in fetched
	dates.span(secret.spec.refreshInterval) > longest
	message := $"{input.resources[secret.index].id} is fetched every {secret.spec.refreshInterval}: a rotated value arrives too late"
}
