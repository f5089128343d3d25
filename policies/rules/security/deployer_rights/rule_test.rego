package altostrata.rules.security.deployer_rights_test

import data.altostrata.lib.testing
import data.altostrata.rules.security.deployer_rights as rule

world(spec) := testing.with_objects([["kustomize.toolkit.fluxcd.io/Kustomization", {"spec": spec}]])

test_account_and_source if {
	count(rule.findings) == 2 with input as world({"sourceRef": {"namespace": "flux-system"}})
	count(rule.findings) == 0 with input as world({"serviceAccountName": "deployer", "sourceRef": {"name": "shop"}})
	rule.considered == 1 with input as world({})
}
