package altostrata.lib.objects_test

import data.altostrata.lib.objects

test_positions_by_kind if {
	world := {"byKind": {"Service": [1, 3], "apps/Deployment": [2]}}
	objects.of_kind("Service") == [1, 3] with input as world
	objects.of_kind("Secret") == [] with input as world
	objects.of_kinds(["apps/Deployment", "Secret", "Service"]) == [2, 1, 3] with input as world
	objects.inside(2, ["spec"]) == ["resources", 2, "object", "spec"]
}
