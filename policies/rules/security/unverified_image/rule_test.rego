package altostrata.rules.security.unverified_image_test

import data.altostrata.lib.testing
import data.altostrata.rules.security.unverified_image as rule

world(pairs) := object.union(
	testing.with_objects(array.concat(
		[["Namespace", {"metadata": {"name": "shop", "labels": {"policy.sigstore.dev/include": "true"}}}]],
		pairs,
	)),
	{"pods": [{"namespace": "shop", "resource": 0}]},
)

policy(action, match) := {"spec": {"validationFailureAction": action, "rules": [{"match": match, "verifyImages": [{"imageReferences": ["*"]}]}]}}

test_kyverno if {
	count(rule.findings) == 0 with input as world([["kyverno.io/ClusterPolicy", policy("Enforce", {})]])
	count(rule.findings) == 1 with input as world([["kyverno.io/ClusterPolicy", policy("Audit", {})]])
	count(rule.findings) == 0 with input as world([["kyverno.io/ClusterPolicy", policy("Enforce", {"any": [{"resources": {"namespaces": ["shop"]}}]})]])
	count(rule.findings) == 1 with input as world([["kyverno.io/ClusterPolicy", policy("Enforce", {"any": [{"resources": {"namespaces": ["other"]}}]})]])
	count(rule.findings) == 0 with input as world([["kyverno.io/Policy", policy("enforce", {})]])
	count(rule.findings) == 0 with input as world([["policies.kyverno.io/ImageValidatingPolicy", {"spec": {}}]])
	count(rule.findings) == 1 with input as world([["policies.kyverno.io/ImageValidatingPolicy", {"spec": {"validationActions": ["Audit"]}}]])
}

test_sigstore if {
	count(rule.findings) == 0 with input as world([["policy.sigstore.dev/ClusterImagePolicy", {"spec": {"authorities": [{"keyless": {}}]}}]])
	count(rule.findings) == 1 with input as world([["policy.sigstore.dev/ClusterImagePolicy", {"spec": {"mode": "warn", "authorities": [{"keyless": {}}]}}]])
	count(rule.findings) == 1 with input as world([["policy.sigstore.dev/ClusterImagePolicy", {"spec": {"authorities": [{"static": {"action": "pass"}}]}}]])
}

test_others if {
	count(rule.findings) == 0 with input as world([["constraints.gatekeeper.sh/RatifyVerification", {"spec": {}}]])
	count(rule.findings) == 1 with input as world([["constraints.gatekeeper.sh/RatifyVerification", {"spec": {"enforcementAction": "dryrun"}}]])
	count(rule.findings) == 0 with input as world([["config.openshift.io/ClusterImagePolicy", {"spec": {}}]])
	count(rule.findings) == 0 with input as world([["config.openshift.io/ImagePolicy", {"spec": {}}]])
	count(rule.findings) == 0 with input as world([["binaryauthorization.cnrm.cloud.google.com/BinaryAuthorizationPolicy", {"spec": {"defaultAdmissionRule": {
		"evaluationMode": "REQUIRE_ATTESTATION",
		"enforcementMode": "ENFORCED_BLOCK_AND_AUDIT_LOG",
	}}}]])
}
