# METADATA
# title: Kubernetes version near or past end of support
# description: A target that something runs on must have a Kubernetes version with fixes, and a planned upgrade before they end.
# custom:
#   id: TOP-023
#   aliases: []
#   family: topology
#   severity: medium
#   scope: estate
#   standards: [DORA Art. 7]
#   covers: {threats: [governance], families: [operations]}
#   rationale: |
#     A hole that is found after the end of support stays open, and the provider may upgrade the target on a day of its own choice.
#
#     The dates stand in the providers' `kubernetesSupport`, each with its source, and only standard support counts. The rule judges by the
#     date of the run, so it warns and does not refuse: what was sound yesterday may be late today without any change.
#   remediation: Upgrade the target; say `kubernetes.next` as soon as the upgrade is planned, and manifests are checked against both versions.
#   since: 0.1.0
#   parameters:
#     noticeDays:
#       description: How many days before the end of support an upgrade must be planned.
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
	message := $"{target} runs Kubernetes {version}, which gets no fixes since {support_ends[target]}"
}

findings contains {"path": ["targets", target, "kubernetes", "version"], "message": message} if {
	some target, days in days_left
	days >= 0
	days < input.parameters["TOP-023"].noticeDays
	not target in planned
	version := input.targets[target].kubernetes.version
	message := $"{target} runs Kubernetes {version}, which gets fixes until {support_ends[target]}, and no upgrade is planned"
}

findings contains {"path": ["targets", target, "kubernetes", "version"], "message": message} if {
	some target in used
	not support_ends[target]
	provider := input.targets[target].provider
	version := input.targets[target].kubernetes.version
	message := $"nobody says until when {provider} supports Kubernetes {version}, which {target} runs: enter it under `kubernetesSupport` in provider.yaml"
}
