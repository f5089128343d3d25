# METADATA
# title: Data egress exceeds the exit budget
# description: Exporting the primary copies of data from a provider must cost no more than its declared budget.
# custom:
#   id: LCK-080
#   aliases: []
#   family: lock-in
#   severity: medium
#   scope: estate
#   standards: [EU Data Act Art. 29]
#   rationale: |
#     The way out has a price per gigabyte, and the price is the provider's. It is known before anybody must leave, so it can be set aside:
#     `leaving.budget` in provider.yaml. Counted are the declared sizes of the first copies at `egress-internet` of prices.csv; volumes
#     hold less, and an agreed exit may be free, so this is an upper bound. A provider without a budget is not judged.
#   remediation: Keep less data there or a replica elsewhere, agree on free egress for an exit, or raise `leaving.budget` where somebody decides it.
#   since: 0.1.0
package altostrata.rules.lock_in.exit_costs_too_much

import data.altostrata.lib.quantities

budgets[provider] := quantities.money(input.providers[provider].leaving.budget)

considered := count(budgets)

# First copies at each provider, with the price of the way out where there is one in the currency of the budget.
stored[placement.provider] contains {"key": key, "cost": cost} if {
	some placement in input.placements
	some name, datasource in placement.datasources
	datasource.role == "primary"
	rate := input.providers[placement.provider].egress[input.targets[placement.target].region]
	rate.currency == budgets[placement.provider].currency
	cost := (datasource.storage / 1000000000) * rate.perGigabyte
	key := $"{placement.environment}/{placement.system}/{name}"
}

findings contains {"path": ["providers", provider, "leaving", "budget"], "message": message} if {
	some provider, databases in stored
	budget := budgets[provider]
	cost := sum([database.cost | some database in databases])
	cost > budget.amount
	message := $"taking {count(databases)} databases out of {provider} costs up to {round(cost)} {budget.currency}, and {budget.amount} are set aside"
}

findings contains {"path": ["providers", provider, "leaving", "budget"], "message": message} if {
	some provider, budget in budgets
	some placement in input.placements
	placement.provider == provider
	some datasource in placement.datasources
	datasource.role == "primary"
	region := input.targets[placement.target].region
	not priced[[provider, region]] == budget.currency
	message := $"prices.csv of {provider} has no egress-internet for {region} in {budget.currency}: nobody knows whether the budget is enough"
}

priced[[provider, region]] := rate.currency if {
	some provider, facts in input.providers
	some region, rate in facts.egress
}
