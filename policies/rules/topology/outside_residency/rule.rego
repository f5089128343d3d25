# METADATA
# title: Something is sent to where data must not be
# description: No manifest may name a region or a target's domain on a continent that the environment's residency leaves out.
# custom:
#   id: TOP-004
#   aliases: []
#   family: topology
#   severity: high
#   scope: target
#   standards: [GDPR Art. 44]
#   covers: {threats: [governance], families: [workloads, secrets, data, operations]}
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
