# METADATA
# title: Credential in a manifest
# description: No text in a manifest may look like a credential, and no environment variable with a credential name may have a literal value.
# custom:
#   id: SEC-101
#   aliases: [SEC-102]
#   family: security
#   severity: critical
#   scope: target
#   standards: [NSA C-0012]
#   covers: {threats: [secrets], families: [workloads, secrets, operations]}
#   rationale: |
#     Environment variables and config files end up in logs, crash reports and the output of `kubectl describe`. The rule detects
#     private keys, common tokens, passwords in URLs and configuration lines, and names such as `DB_PASSWORD`.
#   remediation: Take the value from a Secret that the target's store delivers (`valueFrom.secretKeyRef`), and rotate the credential.
#   since: 0.1.0
#   parameters:
#     names:
#       description: Name endings of environment variables and options that hold credentials, in lower case and with `_` instead of `-`.
#       type: array
#       items: { type: string }
#       default: [password, passwd, passphrase, pwd, secret, secret_key, secretkey, access_key, api_key, apikey, private_key, token, credentials, connection_string]
package altostrata.rules.security.credential_in_text

import data.altostrata.lib.workloads

considered := count(input.resources)

findings contains {"path": text.path, "message": message, "detail": "text"} if {
	some text in input.texts
	"credential" in text.marks
	message := "this text looks like a private key, a token or a password, or its key names a credential"
}

findings contains {"path": workloads.inside(container, ["env", index, "value"]), "message": message} if {
	some container in input.containers
	some index, variable in container.spec.env
	literal(variable.value)
	name := lower(variable.name)
	some ending in input.parameters["SEC-101"].names
	endswith(name, ending)
	message := $"{workloads.title(container)} sets {variable.name} to a literal value, visible to anyone who can read the manifest"
}

# An option whose value is the next word.
findings contains {"path": workloads.inside(container, [list, position + 1]), "message": message} if {
	some container in input.containers
	some list in ["command", "args"]
	some position, option in container.spec[list]
	startswith(option, "-")
	name := replace(lower(option), "-", "_")
	some ending in input.parameters["SEC-101"].names
	endswith(name, ending)
	literal(container.spec[list][position + 1])
	message := $"{workloads.title(container)} passes {option} as a literal value, visible to anyone who can read the manifest or the process list"
}

# Placeholders and file paths are not credentials.
literal(value) if {
	value != ""
	not startswith(value, "$(")
	not startswith(value, "/")
	not startswith(value, "-")
}
