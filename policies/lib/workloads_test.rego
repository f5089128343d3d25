package altostrata.lib.workloads_test

import data.altostrata.lib.testing
import data.altostrata.lib.workloads

test_the_container_is_stronger_than_its_pod if {
	container := testing.with_pod({"securityContext": {"runAsNonRoot": false}}, {"securityContext": {"runAsNonRoot": true}}).containers[0]
	workloads.setting(container, "runAsNonRoot") == false
}

test_the_pod_speaks_for_a_silent_container if {
	world := testing.with_pod({}, {"securityContext": {"runAsNonRoot": true}})
	workloads.setting(world.containers[0], "runAsNonRoot") == true with input as world
}

test_titles if {
	workloads.title({"type": "container", "name": "web"}) == "container web"
	workloads.title({"type": "init", "name": "wait"}) == "init container wait"
}

test_account_by_either_name if {
	workloads.account({"spec": {"serviceAccountName": "web"}}) == "web"
	workloads.account({"spec": {"serviceAccount": "web"}}) == "web"
	workloads.account({"spec": {"serviceAccountName": ""}}) == "default"
}

test_contexts_of_both if {
	world := testing.with_pod({"securityContext": {"procMount": "Default"}}, {"securityContext": {"runAsUser": 1}})
	found := workloads.contexts with input as world
	{place.title | some place in found} == {"container web", "the pod"}
}

linux contains container.name if {
	some container in input.containers
	workloads.linux(container)
}

test_linux_by_default if {
	linux == {"web"} with input as testing.with_container({})
	linux == set() with input as testing.with_pod({}, {"os": {"name": "windows"}})
}
