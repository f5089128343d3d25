package altostrata.rules.lock_in.cross_provider_traffic_test

import data.altostrata.rules.lock_in.cross_provider_traffic as rule

target(provider) := {"provider": provider, "region": "here"}

part(target_name, provider, share, role) := {
	"environment": "e", "system": "s", "application": "shop", "target": target_name, "provider": provider,
	"part": {"share": share},
	"datasources": {"orders": {"role": role, "storage": 100000000000}},
}

# A replica at gcp, and a backup every ten days there: 10 GB of changes and 300 GB of base backups, at 10 cents.
world := {
	"environments": {"e": {"systems": {"s": {
		"master": "aws-one",
		"objectives": {"trafficBudgetPerMonth": "70 USD"},
		"consumers": [{"requestsPerSecond": {"usual": 100}}],
		"datasources": {"orders": {"changesPerDay": "1G", "backup": {"to": "gcp-one", "every": "10d"}}},
	}}}},
	"targets": {"aws-one": target("aws"), "gcp-one": target("gcp")},
	"providers": {
		"aws": {"egress": {"here": {"perGigabyte": 0.1, "currency": "USD", "kind": "list"}}},
		"gcp": {"egress": {"here": {"perGigabyte": 0.2, "currency": "USD", "kind": "list"}}},
	},
	"applications": {"shop": {"flows": []}},
	"placements": [part("aws-one", "aws", 3, "primary"), part("gcp-one", "gcp", 1, "replica")],
}

changed(patches) := json.patch(world, patches)

budget(text) := {"op": "replace", "path": "/environments/e/systems/s/objectives/trafficBudgetPerMonth", "value": text}

# 25 requests a second at gcp, of 1 kB each: 64.8 GB a month, at 20 cents.
flow := {"op": "add", "path": "/applications/shop/flows/0", "value": {"from": "web", "where": "master", "perRequest": "1k"}}

test_requests_served_by_workers_are_added if {
	count(rule.findings) == 0 with input as changed([flow, budget("49 USD")])
	some finding in rule.findings with input as changed([flow, budget("48 USD")])
	contains(finding.message, "425 GB per month")
}

test_traffic_inside_a_provider_is_free if {
	near := changed([budget("1 USD"), {"op": "replace", "path": "/targets/gcp-one/provider", "value": "aws"}])
	count(rule.findings) == 0 with input as near
}

test_unknown_changes_are_reported if {
	some finding in rule.findings with input as changed([{"op": "remove", "path": "/environments/e/systems/s/datasources/orders/changesPerDay"}])
	finding.path == ["environments", "e", "systems", "s", "datasources", "orders", "changesPerDay"]
}

test_a_price_in_another_currency_is_missing if {
	foreign := changed([{"op": "replace", "path": "/providers/aws/egress/here/currency", "value": "EUR"}])
	some finding in rule.findings with input as foreign
	contains(finding.message, "no egress-internet for here in USD")
}

test_systems_without_a_budget_are_skipped if {
	rule.considered == 0 with input as changed([{"op": "remove", "path": "/environments/e/systems/s/objectives/trafficBudgetPerMonth"}])
}
