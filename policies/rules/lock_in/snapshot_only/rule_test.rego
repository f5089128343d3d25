package altostrata.rules.lock_in.snapshot_only_test

import data.altostrata.lib.testing
import data.altostrata.rules.lock_in.snapshot_only as rule

snapshot := ["postgresql.cnpg.io/ScheduledBackup", {"spec": {"method": "volumeSnapshot", "cluster": {"name": "a"}}}]

archive := ["postgresql.cnpg.io/ScheduledBackup", {"spec": {"method": "plugin", "cluster": {"name": "a"}}}]

test_snapshots_need_an_archive if {
	count(rule.findings) == 1 with input as testing.with_objects([snapshot])
	count(rule.findings) == 0 with input as testing.with_objects([snapshot, archive])
	rule.considered == 2 with input as testing.with_objects([snapshot, archive])
}
