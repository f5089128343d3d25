package altostrata.rules.lock_in.provider_admission_test

import data.altostrata.rules.lock_in.provider_admission as rule

world(addons, kinds) := {
	"target": {"name": "azure-one", "addons": {addon: "1.0.0" | some addon in addons}},
	"byKind": {kind: [0] | some kind in kinds},
}

test_the_add_on_alone_is_found if {
	count(rule.findings) == 1 with input as world(["azure-policy", "keda"], [])
	rule.considered == 2 with input as world(["azure-policy", "keda"], [])
}

test_an_engine_that_runs_anywhere_is_enough if {
	count(rule.findings) == 0 with input as world(["azure-policy", "kyverno"], [])
	count(rule.findings) == 0 with input as world(["azure-policy"], ["admissionregistration.k8s.io/ValidatingAdmissionPolicy"])
}
