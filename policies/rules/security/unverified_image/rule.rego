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
#     A digest (SEC-051) says that the same bytes run everywhere; a signature says who built them. Without a verifier, whoever can push
#     to the registry, or can make a target ask another one, decides what runs.
#
#     What counts, and only when it refuses rather than reports:
#
#     - Kyverno: `verifyImages` of a ClusterPolicy or Policy with the action Enforce (its default is Audit), or an ImageValidatingPolicy
#     - Sigstore's policy-controller: a ClusterImagePolicy, and the label `policy.sigstore.dev/include: "true"` on the Namespace
#     - Ratify: Gatekeeper's constraint RatifyVerification
#     - OpenShift: ClusterImagePolicy or ImagePolicy
#     - Google: a BinaryAuthorizationPolicy that requires attestations
#
#     Flux's `verify` does not count: it asks who wrote the manifests (SEC-121), not who built the images that they name. Which images a
#     policy matches is not judged.
#   remediation: Declare a policy that verifies signatures and refuses what has none, of Kyverno, Sigstore's policy-controller, Ratify, OpenShift or Binary Authorization.
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
	message := $"namespace {namespaces.title(namespace)} runs whatever the registry holds: nothing asks who built an image"
}

in_every_namespace(namespace) if {
	count(exceptions) > 0
	not namespace in spared
}

everywhere if {
	some index in objects.of_kind("policies.kyverno.io/ImageValidatingPolicy")
	"Deny" in object.get(input.resources[index].object.spec, "validationActions", ["Deny"])
}

# Ratify verifies, and a constraint of Gatekeeper refuses.
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

# Kyverno only reports unless told to enforce.
cluster_rules contains rule if {
	some index in objects.of_kind("kyverno.io/ClusterPolicy")
	some rule in enforcing(input.resources[index].object.spec)
}

verified contains namespace if {
	some rule in cluster_rules
	some namespace in (named(rule, "match") - named(rule, "exclude"))
}

# What each rule for all namespaces leaves out; left out by all of them is left out.
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

# Sigstore's policy-controller looks only where a label invites it.
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

# The namespaces that a rule of Kyverno names in one of its filters.
named(rule, filter_name) := {namespace |
	some list in ["any", "all"]
	some filter in rule[filter_name][list]
	some namespace in filter.resources.namespaces
}
