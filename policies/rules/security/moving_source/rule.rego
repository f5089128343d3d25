# METADATA
# title: Production follows what moves
# description: "Production must follow a release: a tag, a commit, a digest or one version of a chart."
# custom:
#   id: SEC-123
#   aliases: [SEC-126]
#   family: security
#   severity: medium
#   scope: target
#   standards: []
#   covers: {threats: [supply, governance], families: [gitops]}
#   remediation: Name a tag, commit, digest or exact chart version, and change it by a pull request.
#   since: 0.1.0
package altostrata.rules.security.moving_source

import data.altostrata.lib.objects

repositories := objects.of_kinds(["source.toolkit.fluxcd.io/GitRepository", "source.toolkit.fluxcd.io/OCIRepository"])

releases := objects.of_kind("helm.toolkit.fluxcd.io/HelmRelease")

applications := objects.of_kind("argoproj.io/Application")

considered := count(array.concat(array.concat(repositories, releases), applications))

findings contains {"path": objects.inside(index, ["spec", "ref"]), "message": message} if {
	input.environment.tier == "production"
	some index in repositories
	not pinned(object.get(input.resources[index].object.spec, "ref", {}))
	message := $"{input.resources[index].id} follows a branch or a range: production changes without a release"
}

pinned(ref) if {
	some key in ["commit", "digest"]
	object.get(ref, key, "") != ""
}

pinned(ref) if not object.get(ref, "tag", "latest") in {"", "latest"}

findings contains {"path": objects.inside(index, ["spec", "chart", "spec", "version"]), "message": message} if {
	input.environment.tier == "production"
	some index in releases
	chart := input.resources[index].object.spec.chart.spec
	not exact(object.get(chart, "version", "*"))
	message := $"{input.resources[index].id} takes any version of {chart.chart} that fits"
}

findings contains {"path": objects.inside(index, ["spec", "source", "targetRevision"]), "message": message} if {
	input.environment.tier == "production"
	some index in applications
	revision := object.get(input.resources[index].object.spec.source, "targetRevision", "HEAD")
	not exact(revision)
	message := $"{input.resources[index].id} follows {revision}: production changes without a release"
}

exact(version) if {
	parts := split(split(split(trim_prefix(version, "v"), "-")[0], "+")[0], ".")
	count(parts) == 3
	every part in parts {
		part != ""
		trim(part, "0123456789") == ""
	}
}

exact(version) if {
	count(version) == 40
	trim(version, "0123456789abcdef") == ""
}

exact(version) if startswith(version, "sha256:")
