package altostrata.rules.security.moving_source_test

import data.altostrata.lib.testing
import data.altostrata.rules.security.moving_source as rule

world(kind, spec) := object.union(testing.with_objects([[kind, {"spec": spec}]]), {"parameters": {"SEC-123": {"tags": ["stable"]}}})

git := "source.toolkit.fluxcd.io/GitRepository"

test_repositories if {
	count(rule.findings) == 1 with input as world(git, {"ref": {"branch": "main"}})
	count(rule.findings) == 0 with input as world(git, {"ref": {"tag": "v1.0.0"}})
	count(rule.findings) == 0 with input as world(git, {"ref": {"commit": "0123"}})
	rule.considered == 1 with input as world(git, {})
}

test_charts_and_applications if {
	count(rule.findings) == 1 with input as world("helm.toolkit.fluxcd.io/HelmRelease", {"chart": {"spec": {"chart": "web", "version": "1.x"}}})
	count(rule.findings) == 0 with input as world("helm.toolkit.fluxcd.io/HelmRelease", {"chart": {"spec": {"chart": "web", "version": "1.2.3"}}})
	count(rule.findings) == 1 with input as world("argoproj.io/Application", {"source": {"targetRevision": "main"}})
	count(rule.findings) == 0 with input as world("argoproj.io/Application", {"source": {"targetRevision": "0123456789abcdef0123456789abcdef01234567"}})
	count(rule.findings) == 0 with input as world("argoproj.io/Application", {"source": {"targetRevision": "sha256:0123"}})
}

test_charts_of_their_own if {
	count(rule.findings) == 1 with input as world("source.toolkit.fluxcd.io/HelmChart", {"chart": "web", "version": ">= 1"})
	count(rule.findings) == 0 with input as world("source.toolkit.fluxcd.io/HelmChart", {"chart": "web", "version": "1.2.3"})
}
