# METADATA
# title: Consumers too far from their target
# description: Where DNS sends its consumers, and after each loss that a pattern promises to survive, a system must be near enough for the latency that it promises.
# custom:
#   id: TOP-022
#   aliases: []
#   family: topology
#   severity: medium
#   scope: environment
#   standards: []
#   covers: {threats: [availability], families: [network, cloud]}
#   rationale: |
#     No faster machine reduces the part of latency that comes from distance. The rule follows DNS: by latency or geography a consumer reaches
#     the nearest target; by weight it may reach any, and half of the weight must be near enough for the promised median; by failover it
#     reaches the master, and then the standby.
#
#     It asks the same again without each target or provider that active-active promises to survive, and without the master's provider where
#     there is a standby. Round trips come from `clouds/latency.csv`, which leaves out the last mile: `reserveMilliseconds` stands for it and
#     for the work itself.
#   remediation: Serve from a target nearer to the consumer, route by latency, or promise a longer `latency.median`.
#   since: 0.1.0
#   parameters:
#     reserveMilliseconds:
#       description: What is kept of the promise for the last mile and for the work itself. Our estimate, not a measurement.
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

# Where DNS sends consumers, as the target that leads renders it.
answers_of(entry) := answers if {
	some placement in systems.placements(entry)
	answers := placement.answers
}

provider(target) := input.targets[target].provider

# What may be lost, the promises of the patterns included: a name for people, and the targets that are away.
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

# The targets that serve then, each with its weight.
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

# A promised median holds when half of the requests at least go to targets that are near enough.
held(consumer, routing, targets) if {
	routing in {"latency", "geography"}
	some target, _ in targets
	near(consumer, target)
}

held(consumer, routing, targets) if {
	not routing in {"latency", "geography"}
	2 * sum([parts(targets, target) | some target, _ in targets; near(consumer, target)]) >= sum([parts(targets, target) | some target, _ in targets])
}

# Where no weights are declared, all count the same.
parts(targets, target) := targets[target] if sum([weight | some weight in targets]) > 0

parts(targets, _) := 1 if sum([weight | some weight in targets]) == 0

# Places at an unknown distance from a consumer, by the path of its promise.
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
	message := $"{consumer.name} in {consumer.metro} is promised {consumer.latency.median}, of which {reserve} ms are kept for the last mile and the work; by {routing} routing it is sent farther than the rest allows: {cases}"
}

findings contains {"path": judged.path, "message": message} if {
	some judged in consumers
	places := concat(", ", sort(unmeasured[judged.path]))
	message := $"nobody says how far {judged.consumer.name} in {judged.consumer.metro} is from {places}: enter the round trips in clouds/latency.csv"
}
