package altostrata.rules.lock_in.exit_takes_too_long_test

import data.altostrata.rules.lock_in.exit_takes_too_long as rule

world(size, bandwidth) := {
	"environments": {"e": {"systems": {"s": {"datasources": {"d": {"storage": {"size": size}}}}}}},
	"providers": {"aws": {"leaving": {"bandwidth": bandwidth, "window": "1h"}}},
	"placements": [{"environment": "e", "system": "s", "provider": "aws", "datasources": {"d": {"role": "primary"}}}],
}

test_only_what_takes_longer if {
	count(rule.findings) == 0 with input as world("450G", 1000)
	count(rule.findings) == 1 with input as world("451G", 1000)
	count(rule.findings) == 1 with input as world("1Ti", 1000)
	count(rule.findings) == 0 with input as world(1000, 1000)
	rule.considered == 1 with input as world("1Ti", 1000)
}
