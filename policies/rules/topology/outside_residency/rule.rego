# METADATA
# title: Reference to a region outside the residency
# description: No manifest may name a region or a target's domain on a continent that the environment's residency excludes.
# custom:
#   id: TOP-004
#   aliases: []
#   family: topology
#   severity: high
#   scope: target
#   standards: [GDPR Art. 44]
#   covers: {threats: [governance], families: [workloads, secrets, data, operations]}
#   rationale: |
#     Data leaves in more ways than through the database: logs, metrics and traces contain names and addresses, backups contain
#     everything, and a secret replicated elsewhere opens the rest.
#
#     Declared locations of data are refused before any rule runs, at their line (`residency-violated`): targets of a system with
#     everything on them (databases, log stores, metrics stores), `backup.to`, and the destinations of exit plans. This rule checks
#     what appears only in manifests: addresses in config files, patches and parameters, and regions of secret stores, object stores
#     and registries.
#
#     It knows the regions and domains of the estate's targets. It cannot locate other addresses, such as those of external services.
#   remediation: Send logs, metrics, traces, copies and secrets to an allowed continent, or change `residency` if the promise has changed.
#   since: 0.1.0
package altostrata.rules.topology.outside_residency

considered := count(input.resources)

findings contains {"path": text.path, "message": message} if {
	some text in input.texts
	"outside-residency" in text.marks
	names := sort([$"{name} ({continent})" | some name, continent in input.outside; contains(text.text, name)])
	allowed := concat(", ", input.environment.residency)
	message := $"{input.resources[text.resource].id} names {concat(", ", names)}, but data of {input.environment.name} must stay in {allowed}"
}
