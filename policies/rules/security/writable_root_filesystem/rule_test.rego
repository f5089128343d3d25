package altostrata.rules.security.writable_root_filesystem_test

import data.altostrata.lib.testing
import data.altostrata.rules.security.writable_root_filesystem as rule

test_silence_is_a_finding if {
	count(rule.findings) == 1 with input as testing.with_container({})
	rule.considered == 1 with input as testing.with_container({})
}

test_read_only_is_none if {
	count(rule.findings) == 0 with input as testing.with_container({"securityContext": {"readOnlyRootFilesystem": true}})
}
