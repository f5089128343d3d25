# METADATA
# title: Windows container runs as its host
# description: No container may be a Windows HostProcess container.
# custom:
#   id: SEC-020
#   aliases: []
#   family: security
#   severity: high
#   scope: target
#   standards: [PSS baseline, CIS 5.2.11]
#   covers: {threats: [privilege], families: [workloads]}
#   rationale: |
#     A HostProcess container uses the file system, network and user of its node. It is the Windows form of a privileged container.
#   remediation: Remove `windowsOptions.hostProcess`.
#   since: 0.1.0
package altostrata.rules.security.windows_host_process

import data.altostrata.lib.workloads

considered := count(input.containers)

# Kubernetes merges the options of a container and its pod one by one, so both count.
findings contains {"path": array.concat(place.path, ["windowsOptions", "hostProcess"]), "message": message} if {
	some place in workloads.contexts
	place.context.windowsOptions.hostProcess == true
	message := $"{place.title} runs with the rights of its Windows node"
}
