package altostrata.rules.security.database_access_test

import data.altostrata.lib.testing
import data.altostrata.rules.security.database_access as rule

test_superuser_and_trust_are_findings if {
	world := testing.with_objects([["postgresql.cnpg.io/Cluster", {"spec": {
		"enableSuperuserAccess": true,
		"postgresql": {"pg_hba": ["hostssl all all 10.0.0.0/8 cert", "host all all 0.0.0.0/0 trust"]},
	}}]])
	count(rule.findings) == 2 with input as world
	rule.considered == 1 with input as world
}

test_written_otherwise if {
	world := testing.with_objects([["postgresql.cnpg.io/Cluster", {"spec": {"postgresql": {"pg_hba": ["host all all all\ttrust # for now", "local trust all peer"]}}}]])
	count(rule.findings) == 1 with input as world
}
