package altostrata.rules.lock_in.provider_source_test

import data.altostrata.lib.testing
import data.altostrata.rules.lock_in.provider_source as rule

test_sources_are_found if {
	world := testing.with_objects([["source.toolkit.fluxcd.io/OCIRepository", {"spec": {"provider": "aws"}}], ["source.toolkit.fluxcd.io/Bucket", {"spec": {"provider": "generic"}}]])
	count(rule.findings) == 1 with input as world
	rule.considered == 2 with input as world
}
