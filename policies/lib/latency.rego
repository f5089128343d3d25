# METADATA
# title: Round trips
# description: Round trips in milliseconds from clouds/latency.csv; undefined where it has no figure.
package altostrata.lib.latency

between(one, other) := 0 if one == other

between(one, other) := input.latency[place(one)][place(other)] if one != other

from_metro(metro, target) := input.latency[$"metro:{metro}"][place(target)]

# The name of a target's region in latency.csv.
place(target) := $"{input.targets[target].provider}:{input.targets[target].region}"
