package altostrata.rules.lock_in.shared_volume_test

import data.altostrata.lib.testing
import data.altostrata.rules.lock_in.shared_volume as rule

claim(class) := {"spec": {"accessModes": ["ReadWriteMany"], "storageClassName": class}}

world(class) := object.union(
	{"provider": {"capabilities": {"shared-storage": {"class": "efs"}}}},
	testing.with_objects([["PersistentVolumeClaim", claim(class)], ["apps/StatefulSet", {"spec": {"volumeClaimTemplates": [claim(class)]}}]]),
)

test_other_classes_are_found if {
	count(rule.findings) == 2 with input as world("gp3")
	count(rule.findings) == 0 with input as world("efs")
	rule.considered == 2 with input as world("efs")
}
