package altostrata.rules.lock_in.provider_endpoint_test

import data.altostrata.lib.testing
import data.altostrata.rules.lock_in.provider_endpoint as rule

test_private_endpoints_are_found if {
	values := ["vpce-0a1b.s3.eu-west-1.vpce.amazonaws.com", "shop.privatelink.database.windows.net", "shop.vault.azure.net", "storage-shop.p.googleapis.com"]
	world := testing.with_container({"env": [{"name": value, "value": value} | some value in values]})
	count(rule.findings) == 4 with input as world
}
