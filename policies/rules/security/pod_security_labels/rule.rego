# METADATA
# title: Namespace does not enforce Pod Security
# description: Every Namespace must enforce the baseline or restricted Pod Security Standard, and in production restricted, unless the environment declares another one.
# custom:
#   id: SEC-112
#   aliases: []
#   family: security
#   severity: high
#   scope: target
#   standards: [CIS 5.2.1, NSA C-0192]
#   covers: {threats: [privilege], families: [operations]}
#   rationale: |
#     The rules here check rendered manifests. The label makes the target itself refuse pods that arrive another way: created by hand
#     or by an operator.
#   remediation: Label the Namespace with `pod-security.kubernetes.io/enforce`, and set `enforce-version` to the version that you tested.
#   since: 0.1.0
package altostrata.rules.security.pod_security_labels

import data.altostrata.lib.namespaces
import data.altostrata.lib.objects

considered := count(namespaces.used | {input.resources[index].name | some index in objects.of_kind("Namespace")})

findings contains {"path": namespaces.path(namespace), "message": message, "missing": "Namespace"} if {
	some namespace in namespaces.used
	not namespaces.declared[namespace]
	message := $"namespace {namespaces.title(namespace)} is not declared, so it enforces no Pod Security Standard"
}

findings contains {"path": objects.inside(index, ["metadata", "labels"]), "message": message} if {
	some index in objects.of_kind("Namespace")
	not level(index) in {"baseline", "restricted"}
	message := $"{input.resources[index].id} accepts all pods, including privileged ones"
}

findings contains {"path": objects.inside(index, ["metadata", "labels", "pod-security.kubernetes.io/enforce"]), "message": message} if {
	object.get(input.environment, "podSecurity", strict) == "restricted"
	some index in objects.of_kind("Namespace")
	level(index) == "baseline"
	message := $"{input.resources[index].id} enforces baseline, but this environment requires restricted"
}

findings contains {"path": objects.inside(index, ["metadata", "labels", "pod-security.kubernetes.io/enforce-version"]), "message": message} if {
	some index in objects.of_kind("Namespace")
	level(index) in {"baseline", "restricted"}
	version := object.get(input.resources[index].object, ["metadata", "labels", "pod-security.kubernetes.io/enforce-version"], "latest")
	version == "latest"
	message := $"{input.resources[index].id} enforces the standard of the newest version, so an upgrade of the target can refuse pods that ran before"
}

level(index) := object.get(input.resources[index].object, ["metadata", "labels", "pod-security.kubernetes.io/enforce"], "none")

strict := "restricted" if input.environment.tier == "production"

strict := "baseline" if input.environment.tier != "production"
