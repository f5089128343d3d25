import type { Diagnostic } from "../../../model/results/diagnostic.ts";
import { diagnose, keyPlaceIn, placeIn } from "../../diagnose.ts";
import type { Topology } from "../../topology.ts";

/** Reports targets that a pattern names and that are neither the system's master nor a worker. */
export function checkPatternTargets(topology: Topology): Diagnostic[] {
  const { system } = topology;
  const { patterns } = system.value;
  const known = topology.members.map((member) => member.target.name);
  const named = [
    ...Object.keys(patterns["active-active"]?.shares ?? {}).map((target) => ({
      target,
      pattern: "active-active",
      at: keyPlaceIn(system, ["patterns", "active-active", "shares", target]),
    })),
    ...(patterns.burst?.onto ?? []).map((target, index) => ({
      target,
      pattern: "burst",
      at: placeIn(system, ["patterns", "burst", "onto", index]),
    })),
    ...(patterns["disaster-recovery"]
      ? [
          {
            target: patterns["disaster-recovery"].standby,
            pattern: "disaster-recovery",
            at: placeIn(system, ["patterns", "disaster-recovery", "standby"]),
          },
        ]
      : []),
    ...(patterns.arbitrage?.among ?? []).map((target, index) => ({
      target,
      pattern: "arbitrage",
      at: placeIn(system, ["patterns", "arbitrage", "among", index]),
    })),
  ];
  return named
    .filter(({ target }) => !known.includes(target))
    .map(({ target, pattern, at }) =>
      diagnose("pattern-target-not-in-system", at, {
        args: { target, pattern, known },
        environment: topology.environment.name,
      }),
    );
}
