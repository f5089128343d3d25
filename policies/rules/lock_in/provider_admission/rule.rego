# METADATA
# title: Admission policy enforced only by a provider add-on
# description: An admission policy must not depend on a provider's add-on alone.
# custom:
#   id: LCK-076
#   aliases: []
#   family: lock-in
#   severity: low
#   scope: target
#   standards: []
#   rationale: |
#     A policy that only a provider's add-on enforces lives in that provider's console and does not exist on another provider's
#     target. There, objects that should be refused are admitted silently. `addons` of a target lists what runs on it.
#   remediation: Enforce it with ValidatingAdmissionPolicy or with an engine that every target can run, and keep the rules in this repository.
#   since: 0.1.0
package altostrata.rules.lock_in.provider_admission

import data.altostrata.lib.objects

# Add-ons of one provider, and engines and kinds that run anywhere.
of_provider := {"azure-policy": "azure", "policy-controller": "gcp", "binary-authorization": "gcp"}

portable_engines := {"gatekeeper", "kyverno", "kubewarden", "sigstore-policy-controller"}

portable_kinds := ["admissionregistration.k8s.io/ValidatingAdmissionPolicy", "admissionregistration.k8s.io/ValidatingWebhookConfiguration", "templates.gatekeeper.sh/ConstraintTemplate", "kyverno.io/ClusterPolicy"]

addons := object.get(input.target, "addons", {})

considered := count(addons)

portable if {
	some addon, _ in addons
	addon in portable_engines
}

portable if count(objects.of_kinds(portable_kinds)) > 0

findings contains {"path": ["target", "addons", addon], "message": message} if {
	not portable
	some addon, provider in of_provider
	addons[addon]
	message := $"{input.target.name} relies only on {addon} of {provider} for admission: at another provider the same objects are not checked"
}
