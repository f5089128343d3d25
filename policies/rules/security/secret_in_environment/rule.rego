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
#     A variable is inherited by every child process, printed by many crash handlers, and shown by whatever dumps the environment. It
#     also keeps the value that was current when the container started: a rotated password arrives only with a restart. A file has an
#     owner and a mode, and changes in place. Programs that can read nothing but variables need a waiver that says so.
#   remediation: Mount the Secret as a volume and let the program read the file, which is also how a rotated value arrives without a restart.
#   since: 0.1.0
package altostrata.rules.security.secret_in_environment

import data.altostrata.lib.secrets

considered := count(secrets.uses)

findings contains {"path": use.path, "message": message} if {
	some use in secrets.in_environment
	message := $"{use.title} of the Secret {use.name} as a variable, which child processes, crash reports and logs of the environment show"
}
