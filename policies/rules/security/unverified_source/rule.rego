# METADATA
# title: Unverified deployment source
# description: A deployment source must use encrypted transport and be verified by signature.
# custom:
#   id: SEC-121
#   aliases: [SEC-122]
#   family: security
#   severity: high
#   scope: target
#   standards: []
#   covers: {threats: [supply, transit], families: [gitops]}
#   rationale: |
#     The content of the source runs a minute later. Without a signature, anyone who can push, or has stolen such access, is an
#     administrator of all targets.
#   remediation: Use an https, ssh or oci address, and set `verify` with the keys or identities of the permitted signers.
#   since: 0.1.0
#   parameters:
#     allowed:
#       description: Allowed source addresses, including everything below them. If empty, all are allowed.
#       type: array
#       items: { type: string }
#       default: []
package altostrata.rules.security.unverified_source

import data.altostrata.lib.objects

group := "source.toolkit.fluxcd.io"

verified_kinds := [$"{group}/GitRepository", $"{group}/OCIRepository"]

sources := objects.of_kinds(array.concat(verified_kinds, [$"{group}/HelmRepository", $"{group}/Bucket"]))

considered := count(sources)

findings contains {"path": objects.inside(index, ["spec", "url"]), "message": message} if {
	some index in sources
	some scheme in ["http://", "git://"]
	startswith(lower(input.resources[index].object.spec.url), scheme)
	message := $"{input.resources[index].id} is fetched in plain text: anyone on the network path decides what runs"
}

findings contains {"path": objects.inside(index, ["spec", "insecure"]), "message": message} if {
	some index in sources
	input.resources[index].object.spec.insecure == true
	message := $"{input.resources[index].id} is fetched without certificate verification, so an impostor can serve it"
}

findings contains {"path": objects.inside(index, ["spec", "verify"]), "message": message} if {
	input.environment.tier == "production"
	some index in objects.of_kinds(verified_kinds)
	object.get(input.resources[index].object.spec, "verify", null) == null
	message := $"{input.resources[index].id} is applied without a signature check"
}

# Without keys or identities, any signature passes.
findings contains {"path": objects.inside(index, ["spec", "verify"]), "message": message} if {
	input.environment.tier == "production"
	some index in objects.of_kinds(verified_kinds)
	verify := input.resources[index].object.spec.verify
	object.get(verify, ["secretRef", "name"], "") == ""
	count(object.get(verify, "matchOIDCIdentity", [])) == 0
	message := $"{input.resources[index].id} accepts any signer: it lists no key or identity"
}

# Charts in an OCI registry can be signed. Repositories of the old kind have no signatures.
findings contains {"path": objects.inside(index, ["spec", "chart", "spec", "verify"]), "message": message} if {
	input.environment.tier == "production"
	some index in objects.of_kind("helm.toolkit.fluxcd.io/HelmRelease")
	chart := input.resources[index].object.spec.chart.spec
	[object.get(chart.sourceRef, "namespace", input.resources[index].namespace), chart.sourceRef.name] in registries
	object.get(chart, "verify", null) == null
	message := $"{input.resources[index].id} installs a chart without a signature check"
}

registries contains [input.resources[index].namespace, input.resources[index].name] if {
	some index in objects.of_kind($"{group}/HelmRepository")
	input.resources[index].object.spec.type == "oci"
}

# Matches a whole address or a folder of it.
findings contains {"path": objects.inside(index, ["spec", "url"]), "message": message, "detail": "address"} if {
	allowed := input.parameters["SEC-121"].allowed
	count(allowed) > 0
	some index in sources
	url := input.resources[index].object.spec.url
	count([prefix | some prefix in allowed; startswith($"{url}/", $"{trim_suffix(prefix, "/")}/")]) == 0
	message := $"{input.resources[index].id} is fetched from {url}, which is not an allowed address"
}
