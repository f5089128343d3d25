package altostrata.lib.proofs_test

import data.altostrata.lib.proofs

world := {"proofs": [
	{"application": "shop", "component": "web", "aspect": "runs", "provider": "aws"},
	{"application": "shop", "component": "web", "aspect": "runs", "provider": "gcp"},
	{"application": "shop", "component": "orders", "aspect": "backup", "provider": "gcp"},
]}

test_providers_are_counted_once if {
	proofs.providers("shop", "web") == {"aws", "gcp"} with input as world
}

test_a_backup_is_no_running_database if {
	proofs.providers("shop", "orders") == set() with input as world
}

test_part_of_an_estate_proves_nothing_and_refutes_nothing if {
	not proofs.providers("shop", "web") with input as {}
}
