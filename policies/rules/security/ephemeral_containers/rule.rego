# METADATA
# title: Debug container in the desired state
# description: Ephemeral containers are for debugging a running pod and never belong in committed manifests.
# custom:
#   id: SEC-034
#   aliases: []
#   family: security
#   severity: medium
#   scope: target
#   standards: []
#   covers: {threats: [governance], families: [workloads]}
#   rationale: |
#     An ephemeral container shares the pod's processes and network and usually carries a shell. In a manifest it is a leftover
#     of somebody's debugging session.
#   remediation: Remove `ephemeralContainers`; attach one by hand when it is needed.
#   since: 0.1.0
package altostrata.rules.security.ephemeral_containers

considered := count(input.containers)

findings contains {"path": container.path, "message": message} if {
	some container in input.containers
	container.type == "ephemeral"
	message := $"container {container.name} is meant for debugging a running pod, and would be started in every pod for ever"
}
