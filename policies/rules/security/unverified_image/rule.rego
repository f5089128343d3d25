# METADATA
# title: Image signatures are not enforced
# description: Every namespace with pods needs an admission policy that refuses images without a valid signature.
# custom:
#   id: SEC-055
#   aliases: []
#   family: security
#   severity: medium
#   scope: target
#   standards: [CIS 5.5.1, NSA C-0236, NSA C-0237]
#   covers: {threats: [supply], families: [operations]}
#   rationale: |
#     A digest (SEC-051) proves that the same bytes run everywhere. A signature proves who built them. Without verification, anyone
#     who can push to the registry, or redirect a target to another one, decides which program runs.
#
#     These count, if they refuse rather than report:
#
#     - Kyverno: `verifyImages` of a ClusterPolicy or Policy with the action Enforce (the default is Audit), or an ImageValidatingPolicy
#     - Sigstore's policy-controller: a ClusterImagePolicy, and the label `policy.sigstore.dev/include: "true"` on the Namespace
#     - Ratify: Gatekeeper's constraint RatifyVerification
#     - OpenShift: ClusterImagePolicy or ImagePolicy
#     - Google: a BinaryAuthorizationPolicy that requires attestations
#
#     Flux's `verify` does not count: it checks who wrote the manifests (SEC-121), not who built their images. The rule does not
#     check which images a policy matches.
#   remediation: Declare a policy of Kyverno, Sigstore's policy-controller, Ratify, OpenShift or Binary Authorization that verifies signatures and refuses unsigned images.
#   since: 0.1.0
package altostrata.rules.security.unverified_image

import data.altostrata.lib.namespaces
import data.altostrata.lib.objects

considered := count(namespaces.used)

findings contains {"path": namespaces.path(namespace), "message": message, "missing": "policy.sigstore.dev/ClusterImagePolicy"} if {
	not everywhere
	some namespace in namespaces.used
	not namespace in verified
	not in_every_namespace(namespace)
	message := $"namespace {namespaces.title(namespace)} runs any image from the registry: no policy verifies signatures"
}

in_every_namespace(namespace) if {
	count(exceptions) > 0
	not namespace in spared
}

everywhere if {
	some index in objects.of_kind("policies.kyverno.io/ImageValidatingPolicy")
	"Deny" in object.get(input.resources[index].object.spec, "validationActions", ["Deny"])
}

# Ratify verifies, and a Gatekeeper constraint refuses.
everywhere if {
	some index in objects.of_kind("constraints.gatekeeper.sh/RatifyVerification")
	object.get(input.resources[index].object.spec, "enforcementAction", "deny") == "deny"
}

everywhere if count(objects.of_kind("config.openshift.io/ClusterImagePolicy")) > 0

everywhere if {
	some index in objects.of_kind("binaryauthorization.cnrm.cloud.google.com/BinaryAuthorizationPolicy")
	admission := input.resources[index].object.spec.defaultAdmissionRule
	admission.evaluationMode == "REQUIRE_ATTESTATION"
	admission.enforcementMode == "ENFORCED_BLOCK_AND_AUDIT_LOG"
}

# Kyverno only reports by default.
cluster_rules contains rule if {
	some index in objects.of_kind("kyverno.io/ClusterPolicy")
	some rule in enforcing(input.resources[index].object.spec)
}

verified contains namespace if {
	some rule in cluster_rules
	some namespace in (named(rule, "match") - named(rule, "exclude"))
}

# Exclusions of each cluster-wide rule. A namespace is uncovered only if all rules exclude it.
exceptions contains named(rule, "exclude") if {
	some rule in cluster_rules
	count(named(rule, "match")) == 0
}

spared := intersection(exceptions)

verified contains input.resources[index].namespace if {
	some index in objects.of_kind("kyverno.io/Policy")
	count(enforcing(input.resources[index].object.spec)) > 0
}

verified contains input.resources[index].namespace if {
	some index in objects.of_kind("config.openshift.io/ImagePolicy")
}

# Sigstore's policy-controller checks only labelled namespaces.
verified contains input.resources[index].name if {
	some policy in objects.of_kind("policy.sigstore.dev/ClusterImagePolicy")
	object.get(input.resources[policy].object.spec, "mode", "enforce") == "enforce"
	some authority in input.resources[policy].object.spec.authorities
	object.get(authority, ["static", "action"], "fail") != "pass"
	some index in objects.of_kind("Namespace")
	input.resources[index].object.metadata.labels["policy.sigstore.dev/include"] == "true"
}

enforcing(spec) := [rule |
	some rule in spec.rules
	some check in rule.verifyImages
	lower(object.get(check, "failureAction", object.get(spec, "validationFailureAction", "Audit"))) == "enforce"
]

# The namespaces in one filter of a Kyverno rule.
named(rule, filter_name) := {namespace |
	some list in ["any", "all"]
	some filter in rule[filter_name][list]
	some namespace in filter.resources.namespaces
}
