package altostrata.rules.security.token_automount_test

import data.altostrata.lib.testing
import data.altostrata.rules.security.token_automount as rule

world(pod, pairs) := object.union(testing.with_objects(pairs), {"pods": testing.with_pod({}, pod).pods})

account := ["ServiceAccount", {"automountServiceAccountToken": false, "metadata": {"name": "web"}}]

binding := ["rbac.authorization.k8s.io/RoleBinding", {"subjects": [{"kind": "ServiceAccount", "name": "web"}]}]

test_pod_and_account_may_refuse if {
	count(rule.findings) == 0 with input as world({"automountServiceAccountToken": false}, [])
	count(rule.findings) == 0 with input as world({"serviceAccountName": "web"}, [account])
}

missing contains kind if {
	some finding in rule.findings
	kind := object.get(finding, "missing", "nothing")
}

test_what_could_decide_otherwise_is_named if {
	missing == {"ServiceAccount"} with input as world({"serviceAccountName": "web"}, [])
	missing == {"nothing"} with input as world({"serviceAccountName": "web"}, [["ServiceAccount", {"metadata": {"name": "web"}}]])
	missing == {"rbac.authorization.k8s.io/RoleBinding"} with input as world({"automountServiceAccountToken": true, "serviceAccountName": "web"}, [account])
}

test_mounted_by_hand if {
	sources := [{"serviceAccountToken": {"path": "token"}}, {"serviceAccountToken": {"path": "vault", "audience": "vault"}}]
	pod := {"automountServiceAccountToken": false, "serviceAccount": "web", "volumes": [{"name": "tokens", "projected": {"sources": sources}}]}
	count(rule.findings) == 1 with input as world(pod, [])
	count(rule.findings) == 0 with input as world(pod, [binding])
}
