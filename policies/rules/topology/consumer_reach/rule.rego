# METADATA
# title: Consumers too far from their target
# description: A system must be close enough to its consumers for the promised latency, wherever DNS sends them, and after each loss that a pattern promises to survive.
# custom:
#   id: TOP-022
#   aliases: []
#   family: topology
#   severity: medium
#   scope: environment
#   standards: []
#   covers: {threats: [availability], families: [network, cloud]}
#   rationale: |
#     No faster machine reduces the latency caused by distance. The rule follows DNS: with latency or geography routing a consumer
#     reaches the nearest target. With weighted routing it may reach any target, and half of the weight must be close enough for the
#     promised median. With failover routing it reaches the master, then the standby.
#
#     The rule repeats this without each target or provider that active-active promises to survive, and without the master's provider
#     if there is a standby. Round trips come from `clouds/latency.csv`, which excludes the last mile: `reserveMilliseconds` covers
#     it and the processing time.
#   remediation: Serve from a target closer to the consumer, use latency routing, or promise a longer `latency.median`.
#   since: 0.1.0
#   parameters:
#     reserveMilliseconds:
#       description: Part of the promised latency reserved for the last mile and processing. Our estimate, not a measurement.
#       type: number
#       minimum: 0
#       default: 10
package altostrata.rules.topology.consumer_reach

import data.altostrata.lib.dates
import data.altostrata.lib.latency
import data.altostrata.lib.systems

considered := count(consumers)

consumers contains {"path": path, "consumer": consumer, "entry": entry} if {
	some entry in systems.all
	some index, consumer in systems.declared(entry).consumers
	path := array.concat(entry.path, ["consumers", index, "latency", "median"])
}

# DNS answers, as the leading target renders them.
answers_of(entry) := answers if {
	some placement in systems.placements(entry)
	answers := placement.answers
}

provider(target) := input.targets[target].provider

# Losses that the patterns promise to survive: a readable name, and the lost targets.
losses[entry] contains {"when": "in normal operation", "lost": set()} if some entry in systems.all

losses[entry] contains {"when": $"without {answer.target}", "lost": {answer.target}} if {
	some entry in systems.all
	systems.declared(entry).patterns["active-active"].survive == "target"
	some answer in answers_of(entry)
}

losses[entry] contains {"when": $"without {provider(answer.target)}", "lost": at_provider(entry, provider(answer.target))} if {
	some entry in systems.all
	systems.declared(entry).patterns["active-active"].survive == "provider"
	some answer in answers_of(entry)
}

losses[entry] contains {"when": $"without {name}", "lost": at_provider(entry, name)} if {
	some entry in systems.all
	system := systems.declared(entry)
	system.patterns["disaster-recovery"].standby != system.master
	name := provider(system.master)
}

at_provider(entry, name) := {answer.target | some answer in answers_of(entry); provider(answer.target) == name}

# The targets that serve after a loss, with their weights.
serving(entry, lost) := object.union(remaining, promoted) if {
	remaining := {answer.target: answer.weight |
		some answer in answers_of(entry)
		answer.failover == "primary"
		not answer.target in lost
	}
	promoted := {standby: answer.weight |
		standby := systems.declared(entry).patterns["disaster-recovery"].standby
		not standby in lost
		some answer in answers_of(entry)
		answer.target == systems.declared(entry).master
		answer.target in lost
	}
}

milliseconds(duration) := round(dates.seconds(duration) * 1000)

near(consumer, target) if {
	reach := milliseconds(consumer.latency.median) - input.parameters["TOP-022"].reserveMilliseconds
	latency.from_metro(consumer.metro, target) <= reach
}

# A promised median holds when at least half of the requests go to targets that are close enough.
held(consumer, routing, targets) if {
	routing in {"latency", "geography"}
	some target, _ in targets
	near(consumer, target)
}

held(consumer, routing, targets) if {
	not routing in {"latency", "geography"}
	2 * sum([parts(targets, target) | some target, _ in targets; near(consumer, target)]) >= sum([parts(targets, target) | some target, _ in targets])
}

# Without declared weights, all targets count equally.
parts(targets, target) := targets[target] if sum([weight | some weight in targets]) > 0

parts(targets, _) := 1 if sum([weight | some weight in targets]) == 0

# Places with an unknown distance from a consumer, by the path of its promised latency.
unmeasured[judged.path] contains latency.place(target) if {
	some judged in consumers
	some loss in losses[judged.entry]
	some target, _ in serving(judged.entry, loss.lost)
	not latency.from_metro(judged.consumer.metro, target)
}

findings contains {"path": judged.path, "message": message} if {
	some judged in consumers
	not unmeasured[judged.path]
	routing := systems.declared(judged.entry).traffic.routing
	failing := {loss.when |
		some loss in losses[judged.entry]
		targets := serving(judged.entry, loss.lost)
		count(targets) > 0
		not held(judged.consumer, routing, targets)
	}
	count(failing) > 0
	consumer := judged.consumer
	reserve := input.parameters["TOP-022"].reserveMilliseconds
	cases := concat(", ", sort(failing))
	message := $"{consumer.name} in {consumer.metro} is promised {consumer.latency.median}, with {reserve} ms reserved for the last mile and processing, but {routing} routing sends it too far away: {cases}"
}

findings contains {"path": judged.path, "message": message} if {
	some judged in consumers
	places := concat(", ", sort(unmeasured[judged.path]))
	message := $"the round trips between {judged.consumer.name} in {judged.consumer.metro} and {places} are unknown: add them to clouds/latency.csv"
}
