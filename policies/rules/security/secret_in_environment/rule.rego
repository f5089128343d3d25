# METADATA
# title: Secret in an environment variable
# description: Containers must read Secrets from files, not from environment variables.
# custom:
#   id: SEC-103
#   aliases: []
#   family: security
#   severity: low
#   scope: target
#   standards: [CIS 5.4.1, NSA C-0207]
#   covers: {threats: [secrets], families: [workloads]}
#   rationale: |
#     Child processes inherit a variable, and many crash handlers and environment dumps print it. It also keeps its value until a
#     restart: a rotated password does not arrive. A file has an owner and a mode, and updates in place. Programs that can only read
#     variables need a waiver with that reason.
#   remediation: Mount the Secret as a volume and read the file, which also delivers a rotated value without a restart.
#   since: 0.1.0
package altostrata.rules.security.secret_in_environment

import data.altostrata.lib.secrets

considered := count(secrets.uses)

findings contains {"path": use.path, "message": message} if {
	some use in secrets.in_environment
	message := $"{use.title} of the Secret {use.name} as a variable, visible in child processes, crash reports and environment dumps"
}
