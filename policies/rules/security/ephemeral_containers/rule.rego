# METADATA
# title: Debug container in the desired state
# description: Ephemeral containers are for debugging a running pod and do not belong in committed manifests.
# custom:
#   id: SEC-034
#   aliases: []
#   family: security
#   severity: medium
#   scope: target
#   standards: []
#   covers: {threats: [governance], families: [workloads]}
#   rationale: |
#     An ephemeral container shares the pod's processes and network and usually contains a shell. In a manifest it is a leftover from
#     debugging.
#   remediation: Remove `ephemeralContainers`. Attach one by hand when you need it.
#   since: 0.1.0
package altostrata.rules.security.ephemeral_containers

considered := count(input.containers)

findings contains {"path": container.path, "message": message} if {
	some container in input.containers
	container.type == "ephemeral"
	message := $"container {container.name} is an ephemeral container for debugging, but would start in every pod"
}
