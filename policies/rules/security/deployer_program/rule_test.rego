package altostrata.rules.security.deployer_program_test

import data.altostrata.lib.testing
import data.altostrata.rules.security.deployer_program as rule

test_plugin_and_substitution if {
	world := testing.with_objects([
		["argoproj.io/Application", {"spec": {"source": {"plugin": {"name": "x"}}}}],
		["kustomize.toolkit.fluxcd.io/Kustomization", {"spec": {"postBuild": {"substituteFrom": [{"kind": "Secret", "name": "s"}, {"kind": "ConfigMap", "name": "c"}]}}}],
	])
	count(rule.findings) == 2 with input as world
	rule.considered == 2 with input as world
}

test_options_for_all if {
	count(rule.findings) == 1 with input as testing.with_objects([["ConfigMap", {"metadata": {"name": "argocd-cm"}, "data": {"kustomize.buildOptions": "--enable-alpha-plugins --enable-exec", "url": "x"}}]])
	count(rule.findings) == 0 with input as testing.with_objects([["ConfigMap", {"metadata": {"name": "argocd-cm"}, "data": {"kustomize.buildOptions": "--load-restrictor=x"}}]])
}
