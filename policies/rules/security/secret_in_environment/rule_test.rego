package altostrata.rules.security.secret_in_environment_test

import data.altostrata.lib.testing
import data.altostrata.rules.security.secret_in_environment as rule

test_variables_are_findings_and_files_are_none if {
	variable := {"env": [{"name": "PASSWORD", "valueFrom": {"secretKeyRef": {"name": "database", "key": "password"}}}]}
	volume := {"volumes": [{"name": "database", "secret": {"secretName": "database"}}]}
	count(rule.findings) == 1 with input as testing.with_pod(variable, volume)
	count(rule.findings) == 0 with input as testing.with_pod({}, volume)
	rule.considered == 2 with input as testing.with_pod(variable, volume)
}
