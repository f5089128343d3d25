package altostrata.rules.security.secret_access_test

import data.altostrata.lib.testing
import data.altostrata.rules.security.secret_access as rule

test_only_named_secrets_may_be_read if {
	world := testing.with_objects([["rbac.authorization.k8s.io/Role", {"rules": [
		{"verbs": ["list"], "resources": ["secrets"]},
		{"verbs": ["get"], "resources": ["secrets"], "resourceNames": ["mine"]},
	]}]])
	count(rule.findings) == 1 with input as world
	rule.considered == 2 with input as world
}

test_names_that_name_nothing if {
	world := testing.with_objects([["rbac.authorization.k8s.io/Role", {"rules": [
		{"verbs": ["list"], "resources": ["secrets"], "resourceNames": [""]},
		{"verbs": ["patch"], "resources": ["*"]},
		{"verbs": ["list"], "resources": ["secrets"], "apiGroups": ["vault.example.com"]},
	]}]])
	count(rule.findings) == 2 with input as world
}
