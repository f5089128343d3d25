package altostrata.rules.security.database_backup_test

import data.altostrata.lib.testing
import data.altostrata.rules.security.database_backup as rule

cluster(spec) := ["postgresql.cnpg.io/Cluster", {"metadata": {"name": "db"}, "spec": spec}]

schedule := ["postgresql.cnpg.io/ScheduledBackup", {"spec": {"cluster": {"name": "db"}}}]

test_both_ways_to_archive if {
	count(rule.findings) == 0 with input as testing.with_objects([cluster({"backup": {"barmanObjectStore": {}}}), schedule])
	count(rule.findings) == 0 with input as testing.with_objects([cluster({"plugins": [{"isWALArchiver": true}]}), schedule])
}

test_replicas_need_no_backup if {
	count(rule.findings) == 0 with input as testing.with_objects([cluster({"replica": {"enabled": true, "primary": "db"}})])
	count(rule.findings) == 0 with input as testing.with_objects([cluster({"replica": {"primary": "db-there", "self": "db-here"}})])
}
