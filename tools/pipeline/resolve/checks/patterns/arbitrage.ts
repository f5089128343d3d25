import type { Diagnostic } from "../../../model/diagnostic.ts";
import { own } from "../../../model/own.ts";
import { diagnose, placeIn } from "../../diagnose.ts";
import type { Topology } from "../../topology.ts";

/** Arbitrage: every candidate runs the component that moves, and moving it elsewhere is possible at all. */
export function checkArbitrage(topology: Topology): Diagnostic[] {
  const { system, application, environment } = topology;
  const pattern = system.value.patterns.arbitrage;
  if (!pattern) return [];
  const component = own(application.value.components, pattern.component);
  if (!component) {
    const args = {
      what: "component",
      name: pattern.component,
      known: Object.keys(application.value.components).sort(),
    };
    return [
      diagnose("reference-unknown", placeIn(system, ["patterns", "arbitrage", "component"]), {
        args,
      }),
    ];
  }
  return pattern.among.flatMap((name, index) => {
    const member = topology.members.find((candidate) => candidate.target.name === name);
    if (!member) return [];
    const problem =
      member.part.state === "draining"
        ? "is draining"
        : member.components.includes(pattern.component)
          ? undefined
          : `does not run ${pattern.component}`;
    if (problem === undefined) return [];
    const at = placeIn(system, ["patterns", "arbitrage", "among", index]);
    return [
      diagnose("pattern-arbitrage-candidate-unfit", at, {
        args: { target: name, problem },
        environment: environment.name,
        target: name,
      }),
    ];
  });
}
