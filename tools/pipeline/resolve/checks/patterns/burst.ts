import { own } from "../../../model/values/own.ts";
import type { Diagnostic } from "../../../model/results/diagnostic.ts";
import { diagnose, placeIn } from "../../diagnose.ts";
import { componentSettings } from "../../layers/component-settings.ts";
import { replicasOf } from "../../view/replicas.ts";
import { scalingOf } from "../../view/scaling.ts";
import type { Member, Topology } from "../../topology.ts";

/**
 * Burst: onto workers only, where a component can scale, from a startable minimum, triggered by the master's metrics.
 */
export function checkBurst(topology: Topology): Diagnostic[] {
  const burst = topology.system.value.patterns.burst;
  if (!burst) return [];
  return burst.onto.flatMap((name, index) => {
    const at = placeIn(topology.system, ["patterns", "burst", "onto", index]);
    const where = { environment: topology.environment.name, target: name };
    const member = topology.members.find((candidate) => candidate.target.name === name);
    if (!member) return [];
    if (member.part.leads)
      return [diagnose("pattern-burst-onto-master", at, { args: { target: name }, ...where })];
    const scalable = scalableComponents(topology, member);
    if (scalable.length === 0)
      return [diagnose("pattern-burst-not-scalable", at, { args: { target: name }, ...where })];
    const triggered = scalable.some((component) => component.scaling.kind === "burst");
    const triggers = triggered
      ? []
      : [
          diagnose("pattern-burst-without-metrics", at, {
            args: { target: name, application: topology.application.name },
            ...where,
          }),
        ];
    return [
      ...triggers,
      ...scalable.flatMap((component) => floorTooLow(topology, member, component)),
    ];
  });
}

function scalableComponents(topology: Topology, member: Member) {
  return member.components
    .filter((name) => own(topology.application.value.components, name)?.role === "runtime")
    .map((name) => {
      const replicas = replicasOf(componentSettings(topology, member, name));
      return { name, replicas, scaling: scalingOf(topology, member, name, replicas) };
    })
    .filter(({ replicas }) => replicas.min < replicas.max);
}

// A component that cannot start without its master must already run when the master is overloaded.
function floorTooLow(
  topology: Topology,
  member: Member,
  component: { name: string; replicas: { min: number } },
): Diagnostic[] {
  const needs = own(topology.application.value.components, component.name)?.needs?.atStart ?? [];
  if (component.replicas.min > 0 || needs.length === 0) return [];
  return [
    diagnose(
      "pattern-burst-floor-too-low",
      placeIn(member.file, ["components", component.name, "replicas"]),
      {
        args: { component: component.name, needs },
        related: [placeIn(topology.application, ["components", component.name, "needs"])],
        environment: topology.environment.name,
        target: member.target.name,
      },
    ),
  ];
}
