# METADATA
# title: Unverified deployment source
# description: A source of deployments must be reached by an encrypted transport, and be verified by signature.
# custom:
#   id: SEC-121
#   aliases: [SEC-122]
#   family: security
#   severity: high
#   scope: target
#   standards: []
#   covers: {threats: [supply, transit], families: [gitops]}
#   rationale: |
#     What the source holds is what runs a minute later. Without a signature, everybody who can push, and everybody who has stolen
#     such a right, is an administrator of all targets.
#   remediation: Use an https, ssh or oci address, and set `verify` with the keys or identities of who may sign.
#   since: 0.1.0
#   parameters:
#     allowed:
#       description: Addresses that sources may be fetched from, each with all that lies below it; without one, any.
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
	message := $"{input.resources[index].id} is fetched in clear text: whoever is on the way decides what runs"
}

findings contains {"path": objects.inside(index, ["spec", "insecure"]), "message": message} if {
	some index in sources
	input.resources[index].object.spec.insecure == true
	message := $"{input.resources[index].id} is fetched from whoever answers: its certificate is not checked"
}

findings contains {"path": objects.inside(index, ["spec", "verify"]), "message": message} if {
	input.environment.tier == "production"
	some index in objects.of_kinds(verified_kinds)
	object.get(input.resources[index].object.spec, "verify", null) == null
	message := $"{input.resources[index].id} is applied whoever wrote it: no signature is asked for"
}

# Without keys or identities a signature says only that somebody signed.
findings contains {"path": objects.inside(index, ["spec", "verify"]), "message": message} if {
	input.environment.tier == "production"
	some index in objects.of_kinds(verified_kinds)
	verify := input.resources[index].object.spec.verify
	object.get(verify, ["secretRef", "name"], "") == ""
	count(object.get(verify, "matchOIDCIdentity", [])) == 0
	message := $"{input.resources[index].id} is applied whoever signed it: no key and no identity is named"
}

# Charts are signed where they lie in a registry; a repository of the old kind has no signatures to ask for.
findings contains {"path": objects.inside(index, ["spec", "chart", "spec", "verify"]), "message": message} if {
	input.environment.tier == "production"
	some index in objects.of_kind("helm.toolkit.fluxcd.io/HelmRelease")
	chart := input.resources[index].object.spec.chart.spec
	[object.get(chart.sourceRef, "namespace", input.resources[index].namespace), chart.sourceRef.name] in registries
	object.get(chart, "verify", null) == null
	message := $"{input.resources[index].id} installs a chart whoever made it: no signature is asked for"
}

registries contains [input.resources[index].namespace, input.resources[index].name] if {
	some index in objects.of_kind($"{group}/HelmRepository")
	input.resources[index].object.spec.type == "oci"
}

# An address as a whole, or a folder of one.
findings contains {"path": objects.inside(index, ["spec", "url"]), "message": message, "detail": "address"} if {
	allowed := input.parameters["SEC-121"].allowed
	count(allowed) > 0
	some index in sources
	url := input.resources[index].object.spec.url
	count([prefix | some prefix in allowed; startswith($"{url}/", $"{trim_suffix(prefix, "/")}/")]) == 0
	message := $"{input.resources[index].id} is fetched from {url}, which is none of the allowed addresses"
}
