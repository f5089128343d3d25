package altostrata.rules.security.database_backup_test

import data.altostrata.lib.testing
import data.altostrata.rules.security.database_backup as rule

cluster(spec) := ["postgresql.cnpg.io/Cluster", {"metadata": {"name": "db"}, "spec": spec}]

schedule := ["postgresql.cnpg.io/ScheduledBackup", {"spec": {"cluster": {"name": "db"}}}]

test_schedule_and_archive_are_needed if {
	count(rule.findings) == 2 with input as testing.with_objects([cluster({})])
	count(rule.findings) == 1 with input as testing.with_objects([cluster({}), schedule])
	rule.considered == 1 with input as testing.with_objects([cluster({})])
}

test_both_ways_to_archive if {
	count(rule.findings) == 0 with input as testing.with_objects([cluster({"backup": {"barmanObjectStore": {}}}), schedule])
	count(rule.findings) == 0 with input as testing.with_objects([cluster({"plugins": [{"isWALArchiver": true}]}), schedule])
}

test_replicas_need_none if {
	count(rule.findings) == 0 with input as testing.with_objects([cluster({"replica": {"enabled": true, "primary": "db"}})])
	count(rule.findings) == 0 with input as testing.with_objects([cluster({"replica": {"primary": "db-there", "self": "db-here"}})])
}

test_switched_off_is_not_there if {
	suspended := ["postgresql.cnpg.io/ScheduledBackup", {"spec": {"suspend": true, "cluster": {"name": "db"}}}]
	count(rule.findings) == 2 with input as testing.with_objects([cluster({"plugins": [{"isWALArchiver": true, "enabled": false}]}), suspended])
}
