package altostrata.lib.secrets_test

import data.altostrata.lib.secrets
import data.altostrata.lib.testing

test_every_way_to_use_one if {
	container := {
		"env": [{"name": "PASSWORD", "valueFrom": {"secretKeyRef": {"name": "one", "key": "password"}}}, {"name": "LEVEL", "value": "info"}],
		"envFrom": [{"secretRef": {"name": "two"}}, {"configMapRef": {"name": "settings"}}],
	}
	pod := {"volumes": [
		{"name": "keys", "secret": {"secretName": "three"}},
		{"name": "all", "projected": {"sources": [{"secret": {"name": "four"}}, {"configMap": {"name": "settings"}}]}},
	]}
	found := secrets.uses with input as testing.with_pod(container, pod)
	{use.name | some use in found} == {"one", "two", "three", "four"}
	count(secrets.in_environment) == 2 with input as testing.with_pod(container, pod)
}
