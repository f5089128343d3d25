# METADATA
# title: Container may run as root
# description: Every container, or its pod, must set `runAsNonRoot`, and no container may set user 0.
# custom:
#   id: SEC-006
#   aliases: [SEC-007]
#   family: security
#   severity: high
#   scope: target
#   standards: [PSS restricted, CIS 5.2.7, NSA C-0013]
#   covers: {threats: [privilege], families: [workloads]}
#   rationale: |
#     Root in a container is the same user as root on the node, confined only by the container's isolation, and most known escapes
#     need root. With `runAsNonRoot` the node refuses a container whose image would start as root. This also catches a later change
#     of the image.
#   remediation: Set `runAsNonRoot` to true in the pod's security context, and set a user other than 0 if the image's user is root.
#   since: 0.1.0
package altostrata.rules.security.run_as_non_root

import data.altostrata.lib.workloads

considered := count(input.containers)

findings contains {"path": path, "message": message} if {
	some container in input.containers
	not refuses_root(container)
	path := workloads.inside(container, ["securityContext", "runAsNonRoot"])
	message := $"{workloads.title(container)} can run as root: neither it nor its pod sets runAsNonRoot"
}

findings contains {"path": path, "message": message} if {
	some container in input.containers
	container.spec.securityContext.runAsUser == 0
	path := workloads.inside(container, ["securityContext", "runAsUser"])
	message := $"{workloads.title(container)} sets user 0, which is root"
}

findings contains {"path": array.concat(pod.path, ["securityContext", "runAsUser"]), "message": message} if {
	some pod in input.pods
	pod.spec.securityContext.runAsUser == 0
	message := "the pod sets user 0, which is root"
}

refuses_root(container) if workloads.setting(container, "runAsNonRoot") == true

# The Windows users with all rights inside a container, and outside of it.
administrators := {"containeradministrator", "administrator", "nt authority\\system", "system"}

findings contains {"path": array.concat(place.path, ["windowsOptions", "runAsUserName"]), "message": message} if {
	some place in workloads.contexts
	lower(place.context.windowsOptions.runAsUserName) in administrators
	message := $"{place.title} runs as {place.context.windowsOptions.runAsUserName}, an administrator account of Windows"
}
