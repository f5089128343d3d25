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
#     Moving data out costs the provider's price per gigabyte. You know that price before you must leave, so you can reserve the
#     money: `leaving.budget` in provider.yaml. The sum is the declared sizes of the primary copies at `egress-internet` in
#     prices.csv. It is an upper bound: volumes hold less, and an agreed exit may be free. Providers without a budget are skipped.
#   remediation: Keep less data there or a replica elsewhere, negotiate free egress for an exit, or raise `leaving.budget` after its owner decides so.
#   since: 0.1.0
package altostrata.rules.lock_in.exit_costs_too_much

import data.altostrata.lib.quantities

budgets[provider] := quantities.money(input.providers[provider].leaving.budget)

considered := count(budgets)

# Primary copies at each provider, with the egress price if one exists in the budget's currency.
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
	message := $"moving {count(databases)} databases out of {provider} costs up to {round(cost)} {budget.currency}; the budget is {budget.amount}"
}

findings contains {"path": ["providers", provider, "leaving", "budget"], "message": message} if {
	some provider, budget in budgets
	some placement in input.placements
	placement.provider == provider
	some datasource in placement.datasources
	datasource.role == "primary"
	region := input.targets[placement.target].region
	not priced[[provider, region]] == budget.currency
	message := $"prices.csv of {provider} has no egress-internet for {region} in {budget.currency}, so the exit budget cannot be checked"
}

priced[[provider, region]] := rate.currency if {
	some provider, facts in input.providers
	some region, rate in facts.egress
}
