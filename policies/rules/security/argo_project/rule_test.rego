package altostrata.rules.security.argo_project_test

import data.altostrata.lib.testing
import data.altostrata.rules.security.argo_project as rule

test_applications if {
	count(rule.findings) == 1 with input as testing.with_objects([["argoproj.io/Application", {"spec": {"project": "default"}}]])
	count(rule.findings) == 1 with input as testing.with_objects([["argoproj.io/ApplicationSet", {"spec": {"template": {"spec": {}}}}]])
	count(rule.findings) == 0 with input as testing.with_objects([["argoproj.io/Application", {"spec": {"project": "shop"}}]])
}

test_projects if {
	world := testing.with_objects([["argoproj.io/AppProject", {"spec": {"sourceRepos": ["*"], "destinations": [{"namespace": "*", "server": "here"}], "clusterResourceWhitelist": [{"group": "*", "kind": "*"}]}}]])
	count(rule.findings) == 3 with input as world
	rule.considered == 1 with input as world
}
