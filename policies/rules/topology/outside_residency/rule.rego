# METADATA
# title: Reference to a region outside the residency
# description: No manifest may name a region or a target's domain on a continent that the environment's residency leaves out.
# custom:
#   id: TOP-004
#   aliases: []
#   family: topology
#   severity: high
#   scope: target
#   standards: [GDPR Art. 44]
#   covers: {threats: [governance], families: [workloads, secrets, data, operations]}
#   rationale: |
#     Data leaves by more ways than the database: logs, metrics and traces carry names and addresses, backups carry everything, and a
#     secret that is replicated elsewhere opens the rest.
#
#     What the estate declares as a place for data is refused before any rule runs, at the line that says it (`residency-violated`): targets
#     of a system with all that runs there (databases, search stores of logs, metrics stores), `backup.to`, and the destinations of plans to
#     leave. This rule looks at what only shows in manifests: addresses in config files, patches and parameters, regions of secret stores,
#     object stores and registries.
#
#     It knows the regions and domains of the estate's targets. An address that tells no place, such as that of a service elsewhere, it cannot
#     judge.
#   remediation: Send logs, metrics, traces, copies and secrets to a place on an allowed continent, or change `residency` if the promise has changed.
#   since: 0.1.0
package altostrata.rules.topology.outside_residency

considered := count(input.resources)

findings contains {"path": text.path, "message": message} if {
	some text in input.texts
	"outside-residency" in text.marks
	names := sort([$"{name} ({continent})" | some name, continent in input.outside; contains(text.text, name)])
	allowed := concat(", ", input.environment.residency)
	message := $"{input.resources[text.resource].id} names {concat(", ", names)}, and data of {input.environment.name} must stay in {allowed}"
}
