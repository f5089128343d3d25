# METADATA
# title: Credential in a manifest
# description: No text of a manifest may look like a credential, and no environment variable with a telling name may have a literal value.
# custom:
#   id: SEC-101
#   aliases: [SEC-102]
#   family: security
#   severity: critical
#   scope: target
#   standards: [NSA C-0012]
#   covers: {threats: [secrets], families: [workloads, secrets, operations]}
#   rationale: |
#     Environment variables and config files end up in logs, in crash reports and in the output of `kubectl describe`. The rule
#     knows the forms of private keys, of common tokens, and of passwords in URLs and in lines of configuration, and names such as `DB_PASSWORD`.
#   remediation: Take the value from a Secret that the target's store delivers (`valueFrom.secretKeyRef`), and change the credential.
#   since: 0.1.0
#   parameters:
#     names:
#       description: Ends of names of environment variables and options that hold credentials, in lower case and with `_` for `-`.
#       type: array
#       items: { type: string }
#       default: [password, passwd, passphrase, pwd, secret, secret_key, secretkey, access_key, api_key, apikey, private_key, token, credentials, connection_string]
package altostrata.rules.security.credential_in_text

import data.altostrata.lib.workloads

considered := count(input.resources)

findings contains {"path": text.path, "message": message, "detail": "text"} if {
	some text in input.texts
	"credential" in text.marks
	message := "this text looks like a private key, a token or a password, or its key says that it is one"
}

findings contains {"path": workloads.inside(container, ["env", index, "value"]), "message": message} if {
	some container in input.containers
	some index, variable in container.spec.env
	literal(variable.value)
	name := lower(variable.name)
	some ending in input.parameters["SEC-101"].names
	endswith(name, ending)
	message := $"{workloads.title(container)} gets {variable.name} as a literal, readable by all who see the manifest"
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
	message := $"{workloads.title(container)} gets {option} as a literal, readable by all who see the manifest or the list of processes"
}

# What is filled in later, or the path of a file, is no credential.
literal(value) if {
	value != ""
	not startswith(value, "$(")
	not startswith(value, "/")
	not startswith(value, "-")
}
