package altostrata.lib.surfaces_test

import data.altostrata.lib.surfaces
import data.altostrata.lib.testing

test_objects_of_groups if {
	world := testing.with_objects([["sqs.services.k8s.aws/Queue", {}], ["ConfigMap", {}]])
	surfaces.of_groups({"sqs.services.k8s.aws"}) == [0] with input as world
}

test_texts_of_portable_layers if {
	count(surfaces.texts) == 1 with input as testing.with_container({"env": [{"name": "A", "value": "b"}, {"name": "C"}]})
	count(surfaces.texts) == 1 with input as testing.with_objects([["ConfigMap", {"data": {"a": "b"}}]])
	count(surfaces.texts) == 0 with input as testing.in_layer("provider", [["ConfigMap", {"data": {"a": "b"}}]])
}
