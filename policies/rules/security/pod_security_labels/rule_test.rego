package altostrata.rules.security.pod_security_labels_test

import data.altostrata.lib.testing
import data.altostrata.rules.security.pod_security_labels as rule

world(tier, level) := object.union(
	testing.with_objects([["Namespace", {"metadata": {"name": "shop", "labels": {"pod-security.kubernetes.io/enforce": level, "pod-security.kubernetes.io/enforce-version": "v1.36"}}}]]),
	{"environment": {"tier": tier}},
)

test_production_is_restricted if {
	count(rule.findings) == 1 with input as world("production", "privileged")
	count(rule.findings) == 1 with input as world("production", "baseline")
	count(rule.findings) == 0 with input as world("production", "restricted")
	rule.considered == 1 with input as world("production", "restricted")
}

test_others_may_be_baseline if {
	count(rule.findings) == 0 with input as world("staging", "baseline")
	declared := {"environment": {"tier": "staging", "podSecurity": "restricted"}}
	count(rule.findings) == 1 with input as object.union(world("staging", "baseline"), declared)
}

test_version_is_pinned if {
	labels := {"pod-security.kubernetes.io/enforce": "restricted"}
	count(rule.findings) == 1 with input as testing.with_objects([["Namespace", {"metadata": {"name": "shop", "labels": labels}}]])
}
