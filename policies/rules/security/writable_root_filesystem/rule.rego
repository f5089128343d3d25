# METADATA
# title: Container can write to its root file system
# description: Every container must mount its root file system read-only and write to volumes only.
# custom:
#   id: SEC-027
#   aliases: []
#   family: security
#   severity: medium
#   scope: target
#   standards: [NSA C-0017]
#   covers: {threats: [privilege], families: [workloads]}
#   rationale: |
#     An attacker who can write can leave tools, replace libraries and persist. With a read-only root file system only the image's
#     content persists, and the places where a program writes become visible: they need volumes with a size.
#   remediation: Set `readOnlyRootFilesystem` to true and mount an emptyDir where the program writes.
#   since: 0.1.0
package altostrata.rules.security.writable_root_filesystem

import data.altostrata.lib.workloads

considered := count(input.containers)

findings contains {"path": path, "message": message} if {
	some container in input.containers
	workloads.linux(container)
	object.get(container.spec, ["securityContext", "readOnlyRootFilesystem"], false) != true
	path := workloads.inside(container, ["securityContext", "readOnlyRootFilesystem"])
	message := $"{workloads.title(container)} can modify its own program files"
}
