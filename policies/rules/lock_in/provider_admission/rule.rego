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
#     A rule that only the provider's add-on enforces is written in its console, counted in its reports, and gone on the first target of
#     another provider. Nobody notices: objects that would be refused are admitted there. `addons` of the target says what runs on it.
#   remediation: Enforce with ValidatingAdmissionPolicy, or with an engine that every target can run, and keep the rules in this repository.
#   since: 0.1.0
package altostrata.rules.lock_in.provider_admission

import data.altostrata.lib.objects

# Add-ons that one provider offers, and engines and kinds that run anywhere.
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
	message := $"{input.target.name} lets {addon} of {provider} alone decide what it admits: on a target elsewhere the same objects meet no rule"
}
