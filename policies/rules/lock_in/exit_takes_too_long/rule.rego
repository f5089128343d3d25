# METADATA
# title: Data export exceeds the exit window
# description: The first copies of data at a provider must fit through its bandwidth within the declared window.
# custom:
#   id: LCK-082
#   aliases: []
#   family: lock-in
#   severity: high
#   scope: estate
#   standards: [EU Data Act Art. 25]
#   rationale: |
#     Data has weight. Twenty terabytes over a shared line take weeks, and contracts give thirty days: the European Data Act makes
#     that the reference. It is arithmetic, so it can be known before it matters.
#   remediation: Get more bandwidth, keep less data there, or keep a replica at another provider, which is out already.
#   since: 0.1.0
package altostrata.rules.lock_in.exit_takes_too_long

import data.altostrata.lib.dates
import data.altostrata.lib.quantities

considered := count(stored)

# Bytes of the first copies at each provider, by database.
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
	message := $"{count(databases)} databases would take {ceil(seconds / 3600)} hours to leave {provider}, and the window is {leaving.window}"
}
