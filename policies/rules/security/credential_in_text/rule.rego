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
#   remediation: Take the value from a Secret that the target's store delivers (`valueFrom.secretKeyRef`), and change the credential.
#   since: 0.1.0
#   parameters:
#     names:
#       description: Ends of names of environment variables that hold credentials, in lower case.
#       type: array
#       items: { type: string }
#       default: [password, passwd, secret, secret_key, secretkey, access_key, api_key, apikey, private_key, auth_token, access_token]
package altostrata.rules.security.credential_in_text

import data.altostrata.lib.workloads

considered := count(input.resources)

findings contains {"path": text.path, "message": message} if {
	some text in input.texts
	"credential" in text.marks
	message := "this text looks like a private key, a token, or a password in a URL or in a line of configuration"
}

findings contains {"path": workloads.inside(container, ["env", index, "value"]), "message": message} if {
	some container in input.containers
	some index, variable in container.spec.env
	variable.value != ""
	name := lower(variable.name)
	some ending in input.parameters["SEC-101"].names
	endswith(name, ending)
	message := $"{workloads.title(container)} gets {variable.name} as a literal, readable by all who see the manifest"
}
