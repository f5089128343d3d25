package altostrata.rules.security.pruned_data_test

import data.altostrata.lib.testing
import data.altostrata.rules.security.pruned_data as rule

flux(prune) := ["kustomize.toolkit.fluxcd.io/Kustomization", {"metadata": {"name": "k"}, "spec": {"prune": prune}}]

claim(annotations) := ["PersistentVolumeClaim", {"metadata": {"name": "data", "annotations": annotations}}]

test_pruning_needs_an_exception_for_data if {
	count(rule.findings) == 1 with input as testing.with_objects([flux(true), claim({})])
	count(rule.findings) == 0 with input as testing.with_objects([flux(false), claim({})])
	count(rule.findings) == 0 with input as testing.with_objects([flux(true), claim({"kustomize.toolkit.fluxcd.io/prune": "disabled"})])
	rule.considered == 1 with input as testing.with_objects([flux(true)])
}

test_argo if {
	argo := ["argoproj.io/Application", {"spec": {"syncPolicy": {"automated": {"prune": true}}}}]
	count(rule.findings) == 1 with input as testing.with_objects([argo, claim({})])
	count(rule.findings) == 0 with input as testing.with_objects([argo, claim({"argocd.argoproj.io/sync-options": "Prune=false"})])
}
