# METADATA
# title: Production follows a floating version
# description: "Production must follow a release: a tag, a commit, a digest or one version of a chart."
# custom:
#   id: SEC-123
#   aliases: [SEC-126]
#   family: security
#   severity: medium
#   scope: target
#   standards: []
#   covers: {threats: [supply, governance], families: [gitops]}
#   rationale: |
#     A rollback needs a name for yesterday's release. A branch or a version range deploys a change to production right after its
#     merge, on all targets at once and without an earlier stage.
#   remediation: Set a tag, commit, digest or exact chart version, and change it in a pull request.
#   since: 0.1.0
#   parameters:
#     tags:
#       description: Tags that move between releases.
#       type: array
#       items: { type: string }
#       default: [latest, stable, main, master, edge, nightly]
package altostrata.rules.security.moving_source

import data.altostrata.lib.argo
import data.altostrata.lib.objects

repositories := objects.of_kinds(["source.toolkit.fluxcd.io/GitRepository", "source.toolkit.fluxcd.io/OCIRepository"])

releases := objects.of_kind("helm.toolkit.fluxcd.io/HelmRelease")

charts := objects.of_kind("source.toolkit.fluxcd.io/HelmChart")

considered := count(array.concat(array.concat(repositories, releases), charts)) + count(argo.sources)

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

# Fields that take precedence over the tag.
pinned(ref) if {
	not moves(ref)
	tag := lower(object.get(ref, "tag", ""))
	tag != ""
	not tag in input.parameters["SEC-123"].tags
}

pinned(ref) if startswith(ref.name, "refs/tags/")

moves(ref) if {
	some key in ["name", "semver"]
	object.get(ref, key, "") != ""
}

findings contains {"path": objects.inside(index, ["spec", "chart", "spec", "version"]), "message": message} if {
	input.environment.tier == "production"
	some index in releases
	chart := input.resources[index].object.spec.chart.spec
	not exact(object.get(chart, "version", "*"))
	message := $"{input.resources[index].id} accepts any matching version of {chart.chart}"
}

findings contains {"path": objects.inside(index, ["spec", "version"]), "message": message} if {
	input.environment.tier == "production"
	some index in charts
	chart := input.resources[index].object.spec
	not exact(object.get(chart, "version", "*"))
	message := $"{input.resources[index].id} accepts any matching version of {chart.chart}"
}

findings contains {"path": array.concat(entry.path, ["targetRevision"]), "message": message} if {
	input.environment.tier == "production"
	some entry in argo.sources
	revision := object.get(entry.source, "targetRevision", "HEAD")
	not exact(revision)
	message := $"{input.resources[entry.index].id} follows {revision}: production changes without a release"
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
