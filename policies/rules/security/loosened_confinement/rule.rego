# METADATA
# title: Container weakens its confinement
# description: A container must keep the runtime's AppArmor profile, SELinux type and masked /proc.
# custom:
#   id: SEC-016
#   aliases: [SEC-017, SEC-018]
#   family: security
#   severity: high
#   scope: target
#   standards: [PSS baseline, NSA C-0055]
#   covers: {threats: [isolation], families: [workloads]}
#   rationale: |
#     AppArmor, SELinux and the masked parts of /proc protect the node's kernel from a compromised program. They cost nothing and
#     rarely break a program. A program that they do break should get its own profile.
#   remediation: "Remove `appArmorProfile: Unconfined`, the SELinux options and `procMount`."
#   since: 0.1.0
package altostrata.rules.security.loosened_confinement

import data.altostrata.lib.workloads

considered := count(input.containers)

findings contains {"path": array.concat(place.path, ["appArmorProfile", "type"]), "message": message} if {
	some place in workloads.contexts
	place.context.appArmorProfile.type == "Unconfined"
	message := $"{place.title} runs without its AppArmor profile"
}

findings contains {"path": array.concat(place.path, ["seLinuxOptions", "type"]), "message": message} if {
	some place in workloads.contexts
	type := place.context.seLinuxOptions.type
	not type in {"", "container_t", "container_init_t", "container_kvm_t", "container_engine_t"}
	message := $"{place.title} sets the SELinux type {type}, which confines less than container_t"
}

findings contains {"path": array.concat(place.path, ["seLinuxOptions", key]), "message": message} if {
	some place in workloads.contexts
	some key in ["user", "role"]
	place.context.seLinuxOptions[key] != ""
	message := $"{place.title} sets the SELinux {key} itself"
}

findings contains {"path": array.concat(place.path, ["procMount"]), "message": message} if {
	some place in workloads.contexts
	mount := place.context.procMount
	mount != "Default"
	message := $"{place.title} sees all of /proc, including kernel data meant only for the node"
}

# The annotation that preceded the field. The API server still converts it.
findings contains {"path": array.concat(array.slice(pod.path, 0, count(pod.path) - 1), ["metadata", "annotations", key]), "message": message} if {
	some pod in input.pods
	some key, profile in pod.annotations
	startswith(key, "container.apparmor.security.beta.kubernetes.io/")
	profile == "unconfined"
	message := $"{pod.kind}/{pod.name} removes a container's AppArmor profile with an annotation"
}
