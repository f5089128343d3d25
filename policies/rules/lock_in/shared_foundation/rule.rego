# METADATA
# title: Two providers on one platform
# description: The providers that a production system counts on must not run on one and the same platform.
# custom:
#   id: LCK-098
#   aliases: []
#   family: lock-in
#   severity: high
#   scope: environment
#   standards: [DORA Art. 29]
#   rationale: |
#     Two contracts are not two data centres. A platform that is rented from one company and stands in the halls of another fails with
#     the other: both copies of the data, and both of the providers that a concentration index counts. `runsOn` in provider.yaml says so.
#   remediation: Put the worker, the standby or the backup on a target of a provider that `runsOn` nobody whom the system uses.
#   since: 0.1.0
package altostrata.rules.lock_in.shared_foundation

root(provider) := object.get(input.providers, [provider, "runsOn"], provider)

considered := count(used)

# Which providers each production system counts on: where it runs, and where its backups lie.
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
	message := $"{system} counts on {names}, which both stand on {below}: what {below} does, or suffers, it does to both"
}
