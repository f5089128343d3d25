package altostrata.rules.lock_in.exit_costs_too_much_test

import data.altostrata.rules.lock_in.exit_costs_too_much as rule

world(budget, currency) := {
	"providers": {"aws": {"leaving": {"budget": budget}, "egress": {"here": {"perGigabyte": 0.1, "currency": currency}}}},
	"targets": {"aws-one": {"region": "here"}},
	"placements": [{"environment": "e", "system": "s", "provider": "aws", "target": "aws-one", "datasources": {
		"orders": {"role": "primary", "storage": 1000000000000},
		"copy": {"role": "replica", "storage": 9000000000000},
	}}],
}

test_only_first_copies_over_the_budget if {
	count(rule.findings) == 0 with input as world("100 USD", "USD")
	count(rule.findings) == 1 with input as world("99 USD", "USD")
	rule.considered == 1 with input as world("99 USD", "USD")
}

test_a_price_in_another_currency_is_none if {
	some finding in rule.findings with input as world("100 USD", "EUR")
	contains(finding.message, "no egress-internet for here in USD")
}
