# METADATA
# title: Interactive container
# description: No container in the desired state may open standard input or a terminal.
# custom:
#   id: SEC-033
#   aliases: []
#   family: security
#   severity: low
#   scope: target
#   standards: []
#   covers: {threats: [exposure], families: [workloads]}
#   rationale: |
#     A terminal in the desired state is a leftover from debugging. It gives a shell to everyone who can attach.
#   remediation: Remove `stdin` and `tty`; use `kubectl debug` when you need a terminal.
#   since: 0.1.0
package altostrata.rules.security.interactive_container

import data.altostrata.lib.workloads

considered := count(input.containers)

findings contains {"path": workloads.inside(container, [key]), "message": message} if {
	some container in input.containers
	some key in ["stdin", "tty"]
	container.spec[key] == true
	message := $"{workloads.title(container)} keeps {key} open, a leftover from debugging"
}
