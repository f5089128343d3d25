# METADATA
# title: Cross-provider traffic exceeds its budget
# description: A system's monthly traffic between providers must be known and fit its `trafficBudgetPerMonth`.
# custom:
#   id: LCK-081
#   aliases: []
#   family: lock-in
#   severity: medium
#   scope: environment
#   standards: []
#   rationale: |
#     You pay once for leaving. You pay every month for copies at another provider, and the amount grows with the data.
#     `objectives.trafficBudgetPerMonth` records what keeping that option is worth to you.
#
#     The sum contains the log shipped to replicas and archives at other providers (`changesPerDay`), base backups (the declared size
#     once per `backup.every`; an upper bound, because volumes hold less and backups are compressed), and the traffic from workers to
#     the master for each request (`perRequest` of the application's flows, at the usual rate and each worker's share). Prices are
#     `egress-internet` in prices.csv of the sending provider. Free allowances and discounts are unknown. Systems without a budget
#     are skipped.
#   remediation: Send less (back up less often, keep replicas closer), move one end, or raise the budget after the owner decides so.
#   since: 0.1.0
package altostrata.rules.lock_in.cross_provider_traffic

import data.altostrata.lib.dates
import data.altostrata.lib.quantities
import data.altostrata.lib.systems

month := 30 * 86400

# Systems with a budget, by environment and system.
budgeted[[entry.environment, entry.system]] := entry if {
	some entry in systems.all
	systems.declared(entry).objectives.trafficBudgetPerMonth
}

considered := count(budgeted)

placed[[placement.environment, placement.system]] contains placement if some placement in input.placements

# Databases of budgeted systems with the target of their first copy.
primaries[key] contains {"name": name, "target": placement.target, "size": store.storage} if {
	some key, placements in placed
	budgeted[key]
	some placement in placements
	some name, store in placement.datasources
	store.role == "primary"
}

# Destinations of a database's data: its replicas and its backup store.
copies[key] contains {"name": primary.name, "from": primary.target, "to": placement.target, "size": 0} if {
	some key, stores in primaries
	some primary in stores
	some placement in placed[key]
	placement.datasources[primary.name].role == "replica"
}

copies[key] contains {"name": primary.name, "from": primary.target, "to": backup.to, "size": (primary.size * month) / dates.seconds(backup.every)} if {
	some key, stores in primaries
	some primary in stores
	backup := datasource(key, primary.name).backup
}

datasource(key, name) := systems.declared(budgeted[key]).datasources[name]

crosses(copy) if input.targets[copy.from].provider != input.targets[copy.to].provider

# Bytes per month, by database and sending target.
sent[key] contains {"what": copy.name, "from": copy.from, "to": copy.to, "bytes": copy.size + (30 * quantities.bytes(changes))} if {
	some key, found in copies
	some copy in found
	crosses(copy)
	changes := datasource(key, copy.name).changesPerDay
}

# Traffic from workers to the master for each request they serve.
sent[key] contains {"what": flow.from, "from": placement.target, "to": master, "bytes": ((quantities.bytes(flow.perRequest) * requests) * month) * share} if {
	some key, entry in budgeted
	system := systems.declared(entry)
	master := system.master
	requests := sum([consumer.requestsPerSecond.usual | some consumer in system.consumers])
	shares := sum([placement.part.share | some placement in placed[key]])
	some placement in placed[key]
	placement.provider != input.targets[master].provider
	share := placement.part.share / shares
	some flow in input.applications[placement.application].flows
	flow.where == "master"
	flow.perRequest
}

price[name] := rate if {
	some name, target in input.targets
	rate := input.providers[target.provider].egress[target.region]
}

findings contains {"path": array.concat(entry.path, ["objectives", "trafficBudgetPerMonth"]), "message": message} if {
	some key, entry in budgeted
	budget := quantities.money(systems.declared(entry).objectives.trafficBudgetPerMonth)
	costs := [cost | some part in sent[key]; rate := price[part.from]; rate.currency == budget.currency; cost := (part.bytes / 1000000000) * rate.perGigabyte]
	sum(costs) > budget.amount
	gigabytes := round(sum([part.bytes | some part in sent[key]]) / 1000000000)
	message := $"{entry.system} sends up to {gigabytes} GB per month to other providers for up to {round(sum(costs))} {budget.currency}; its budget is {budget.amount}"
}

findings contains {"path": array.concat(entry.path, ["datasources", copy.name, "changesPerDay"]), "message": message} if {
	some key, entry in budgeted
	some copy in copies[key]
	crosses(copy)
	not datasource(key, copy.name).changesPerDay
	message := $"{copy.name} is copied to other providers but has no `changesPerDay`, so its traffic cannot be compared with the budget"
}

findings contains {"path": array.concat(entry.path, ["objectives", "trafficBudgetPerMonth"]), "message": message} if {
	some key, entry in budgeted
	budget := quantities.money(systems.declared(entry).objectives.trafficBudgetPerMonth)
	some part in sent[key]
	not in_currency(part.from, budget.currency)
	provider := input.targets[part.from].provider
	message := $"prices.csv of {provider} has no egress-internet for {input.targets[part.from].region} in {budget.currency}, so traffic of {part.what} from there has no price"
}

in_currency(target, currency) if price[target].currency == currency
