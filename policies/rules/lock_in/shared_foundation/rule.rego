# METADATA
# title: Two providers on one platform
# description: The providers of a production system must not run on the same platform.
# custom:
#   id: LCK-098
#   aliases: []
#   family: lock-in
#   severity: high
#   scope: environment
#   standards: [DORA Art. 29]
#   rationale: |
#     Two contracts are not two data centres. A platform that is rented from one company and hosted by another fails with its host.
#     Then both copies of the data are lost, and both providers that the concentration index counts as separate. `runsOn` in
#     provider.yaml declares this.
#   remediation: Move the worker, standby or backup to a provider that does not run on (`runsOn`) another provider of the system.
#   since: 0.1.0
package altostrata.rules.lock_in.shared_foundation

root(provider) := object.get(input.providers, [provider, "runsOn"], provider)

considered := count(used)

# The providers of each production system: where it runs and where its backups are.
used[[placement.environment, placement.system]] contains placement.provider if {
	some placement in input.placements
	input.environments[placement.environment].tier == "production"
}

used[[environment, system]] contains provider if {
	some environment, system, name
	store := input.environments[environment].systems[system].datasources[name].backup.to
	input.environments[environment].tier == "production"
	provider := input.targets[store].provider
}

findings contains {"path": ["environments", environment, "systems", system], "message": message} if {
	some [environment, system], providers in used
	some provider in providers
	below := root(provider)
	twins := sort([twin | some twin in providers; root(twin) == below])
	count(twins) > 1
	names := concat(" and ", twins)
	message := $"{system} relies on {names}, which both run on {below}: an outage of {below} affects both"
}
