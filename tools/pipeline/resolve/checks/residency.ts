import type { Diagnostic } from "../../model/results/diagnostic.ts";
import { startOf } from "../../model/origins/place.ts";
import { diagnose, placeIn } from "../diagnose.ts";
import type { EstateIndex } from "../estate-index.ts";
import type { Topology } from "../topology.ts";

/** Reports targets, backups and exit plans that move data to a continent the environment does not allow. */
export function checkResidency(topology: Topology, index: EstateIndex): Diagnostic[] {
  const { environment, system } = topology;
  const allowed: readonly string[] = environment.value.residency;
  const related = [placeIn(environment, ["residency"])];
  const ofMembers = topology.members
    .filter((member) => !allowed.includes(member.target.value.continent))
    .map((member) => {
      const at = member.part.leads ? placeIn(system, ["master"]) : startOf(member.file.file);
      const args = {
        what: `target ${member.target.name}`,
        continent: member.target.value.continent,
        allowed,
      };
      return diagnose("residency-violated", at, {
        args,
        related,
        environment: environment.name,
        target: member.target.name,
      });
    });
  const ofBackups = Object.entries(system.datasources?.value.datasources ?? {}).flatMap(
    ([name, datasource]) => {
      const target = index.targets.get(datasource.backup.to);
      if (!target || !system.datasources || allowed.includes(target.value.continent)) return [];
      const args = { what: `backup of ${name}`, continent: target.value.continent, allowed };
      return [
        diagnose(
          "residency-violated",
          placeIn(system.datasources, ["datasources", name, "backup", "to"]),
          { args, related, environment: environment.name },
        ),
      ];
    },
  );
  const ofExits = Object.entries(system.value.exits ?? {}).flatMap(([provider, { to }]) => {
    const continent = index.targets.get(to)?.value.continent;
    if (continent === undefined || allowed.includes(continent)) return [];
    const at = placeIn(system, ["exits", provider, "to"]);
    const args = { what: `destination of the plan to leave ${provider}`, continent, allowed };
    return [diagnose("residency-violated", at, { args, related, environment: environment.name })];
  });
  return [...ofMembers, ...ofBackups, ...ofExits];
}
