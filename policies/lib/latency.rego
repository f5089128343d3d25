# METADATA
# title: Round trips
# description: Milliseconds of a round trip by clouds/latency.csv; undefined where nobody measured or estimated it.
package altostrata.lib.latency

between(one, other) := 0 if one == other

between(one, other) := input.latency[place(one)][place(other)] if one != other

from_metro(metro, target) := input.latency[$"metro:{metro}"][place(target)]

# The name of a target's region in latency.csv.
place(target) := $"{input.targets[target].provider}:{input.targets[target].region}"
