# METADATA
# title: Kubernetes version near or past end of support
# description: A target in use must run a supported Kubernetes version, and have a planned upgrade before its support ends.
# custom:
#   id: TOP-023
#   aliases: []
#   family: topology
#   severity: medium
#   scope: estate
#   standards: [DORA Art. 7]
#   covers: {threats: [governance], families: [operations]}
#   rationale: |
#     A vulnerability found after the end of support stays open, and the provider may upgrade the target on a day of its choice.
#
#     The dates are in the providers' `kubernetesSupport`, each with its source. Only standard support counts. The rule depends on
#     the date of the run, so it warns and does not refuse: a sound estate can become late without any change.
#   remediation: Upgrade the target. Set `kubernetes.next` as soon as the upgrade is planned; manifests are then checked against both versions.
#   since: 0.1.0
#   parameters:
#     noticeDays:
#       description: Number of days before the end of support by which an upgrade must be planned.
#       type: integer
#       minimum: 0
#       default: 60
package altostrata.rules.topology.end_of_support

import data.altostrata.lib.dates

considered := count(used)

used contains placement.target if some placement in input.placements

support_ends[target] := end.until if {
	some target in used
	some end in input.providers[input.targets[target].provider].kubernetesSupport
	end.version == input.targets[target].kubernetes.version
}

days_left[target] := dates.day_number(until) - dates.day_number(input.asOf) if some target, until in support_ends

planned contains target if {
	some target in used
	input.targets[target].kubernetes.next
}

findings contains {"path": ["targets", target, "kubernetes", "version"], "message": message} if {
	some target, days in days_left
	days < 0
	version := input.targets[target].kubernetes.version
	message := $"{target} runs Kubernetes {version}, which has had no fixes since {support_ends[target]}"
}

findings contains {"path": ["targets", target, "kubernetes", "version"], "message": message} if {
	some target, days in days_left
	days >= 0
	days < input.parameters["TOP-023"].noticeDays
	not target in planned
	version := input.targets[target].kubernetes.version
	message := $"{target} runs Kubernetes {version}, whose support ends on {support_ends[target]}, and no upgrade is planned"
}

findings contains {"path": ["targets", target, "kubernetes", "version"], "message": message} if {
	some target in used
	not support_ends[target]
	provider := input.targets[target].provider
	version := input.targets[target].kubernetes.version
	message := $"{target} runs Kubernetes {version}, whose end of support at {provider} is unknown: add it to `kubernetesSupport` in provider.yaml"
}
