# METADATA
# title: Data export exceeds the exit window
# description: Moving the primary copies of data out of a provider must fit its bandwidth and the declared window.
# custom:
#   id: LCK-082
#   aliases: []
#   family: lock-in
#   severity: high
#   scope: estate
#   standards: [EU Data Act Art. 25]
#   rationale: |
#     Twenty terabytes take weeks over a shared line, while contracts give thirty days; the European Data Act uses that period too.
#     The duration can be computed in advance.
#   remediation: Get more bandwidth, keep less data there, or keep a replica at another provider.
#   since: 0.1.0
package altostrata.rules.lock_in.exit_takes_too_long

import data.altostrata.lib.dates
import data.altostrata.lib.quantities

considered := count(stored)

# Bytes of the primary copies at each provider, by database.
stored[provider][key] := quantities.bytes(datasource.storage.size) if {
	some placement in input.placements
	some name, role in placement.datasources
	role.role == "primary"
	datasource := input.environments[placement.environment].systems[placement.system].datasources[name]
	provider := placement.provider
	key := $"{placement.environment}/{placement.system}/{name}"
}

findings contains {"path": ["providers", provider, "leaving", "window"], "message": message} if {
	some provider, databases in stored
	leaving := input.providers[provider].leaving
	seconds := (8 * sum([size | some size in databases])) / (leaving.bandwidth * 1000000)
	seconds > dates.seconds(leaving.window)
	message := $"{count(databases)} databases take {ceil(seconds / 3600)} hours to move out of {provider}; the window is {leaving.window}"
}
