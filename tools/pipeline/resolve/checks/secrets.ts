import type { Diagnostic } from "../../model/results/diagnostic.ts";
import { startOf } from "../../model/origins/place.ts";
import { diagnose, keyPlaceIn } from "../diagnose.ts";
import type { EstateIndex } from "../estate-index.ts";
import { datasourcesOf } from "../view/datasources.ts";
import { neededSecrets } from "../view/secrets.ts";
import type { Topology } from "../topology.ts";

/** Reports each secret that a target reads and secrets.yaml does not declare, once. */
export function checkSecrets(topology: Topology, index: EstateIndex): Diagnostic[] {
  const { system, environment } = topology;
  const declared = Object.keys(system.secrets?.value.secrets ?? {});
  const needed = new Map<string, string[]>();
  for (const member of topology.members) {
    const datasources = Object.values(datasourcesOf(topology, member, index));
    for (const { name } of neededSecrets(topology, member, datasources))
      needed.set(name, [...(needed.get(name) ?? []), member.target.name]);
  }
  return [...needed]
    .filter(([name]) => !declared.includes(name))
    .map(([name, targets]) =>
      diagnose(
        "secret-not-declared",
        system.secrets ? keyPlaceIn(system.secrets, ["secrets"]) : startOf(system.file),
        {
          args: { secret: name, targets },
          environment: environment.name,
        },
      ),
    );
}
