import type { Diagnostic } from "../../../model/results/diagnostic.ts";
import { startOf } from "../../../model/origins/place.ts";
import { diagnose, placeIn } from "../../diagnose.ts";
import type { EstateIndex } from "../../estate-index.ts";
import type { Topology } from "../../topology.ts";

/** Pre-production on workers: every target is a worker of the production environment and leads nothing there. */
export function checkPreProduction(topology: Topology, index: EstateIndex): Diagnostic[] {
  const { environment } = topology;
  const production = index.environments.get(environment.value.preProductionOf ?? "");
  if (!production || production.name === environment.name) return [];
  const workers = new Set(
    production.systems.flatMap((system) => system.workers.map((worker) => worker.name)),
  );
  for (const system of production.systems)
    if (system.value.application === topology.application.name) workers.delete(system.value.master);
  return topology.members
    .filter((member) => !workers.has(member.target.name))
    .map((member) =>
      diagnose(
        "pattern-pre-production-elsewhere",
        member.part.leads ? placeIn(topology.system, ["master"]) : startOf(member.file.file),
        {
          args: {
            target: member.target.name,
            production: production.name,
            workers: [...workers].sort(),
          },
          related: [placeIn(environment, ["preProductionOf"])],
          environment: environment.name,
          target: member.target.name,
        },
      ),
    );
}
