# METADATA
# title: Host missing from the certificate
# description: The certificate of a listener must be issued for the listener's host.
# custom:
#   id: SEC-088
#   aliases: []
#   family: security
#   severity: medium
#   scope: target
#   standards: []
#   covers: {threats: [transit], families: [network, secrets]}
#   rationale: |
#     The gateway starts with any certificate. The first consumer sees a warning about the wrong name or, worse, learns to dismiss
#     it.
#   remediation: Add the host to `dnsNames` of the Certificate, or use the right Secret in the listener.
#   since: 0.1.0
package altostrata.rules.security.uncovered_host

import data.altostrata.lib.listeners
import data.altostrata.lib.objects

considered := count(certified)

certified contains entry if {
	some entry in listeners.all
	entry.listener.tls.certificateRefs
}

# Certificate names by namespace and Secret.
names[key] contains name if {
	some index in objects.of_kind("cert-manager.io/Certificate")
	spec := input.resources[index].object.spec
	key := $"{input.resources[index].namespace}/{spec.secretName}"
	some name in spec.dnsNames
}

findings contains {"path": array.concat(entry.path, ["hostname"]), "message": message, "missing": "cert-manager.io/Certificate"} if {
	some entry in certified
	host := entry.listener.hostname
	known := [names[key] | some ref in entry.listener.tls.certificateRefs; key := secret_key(entry.index, ref); names[key]]
	count(known) > 0
	not covered(host, union({set | some set in known}))
	message := $"{input.resources[entry.index].id} serves {host} with a certificate for other names, which clients reject"
}

secret_key(index, ref) := $"{object.get(ref, "namespace", input.resources[index].namespace)}/{ref.name}"

covered(host, known) if host in known

covered(host, known) if {
	parent := concat(".", array.slice(split(host, "."), 1, 100))
	concat("", ["*.", parent]) in known
}
