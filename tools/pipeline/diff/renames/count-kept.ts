import { objectName } from "../../model/kubernetes/manifest.ts";
import type { Rename } from "../../model/comparison/comparison.ts";
import type { RenderedTarget } from "../../model/results/rendered-target.ts";
import { objectMeaning } from "../classify/object-rules.ts";
import { identity } from "../objects/pair-objects.ts";
import { systemKey, type PlacedName, type Renames } from "./renames.ts";

/** The effect of a rename on the running objects of one system on one target. */
export interface KeptPart extends Pick<Rename, "kept" | "pruned" | "data"> {
  readonly environment: string;
  readonly system: string;
  readonly target: string;
}

/**
 * Counts, for each renamed system or target, the older objects that keep their identity and those that are removed.
 */
export function countKept(
  { base, head }: { readonly base?: RenderedTarget; readonly head?: RenderedTarget },
  renames: Renames | undefined,
): readonly KeptPart[] {
  if (!base || !renames) return [];
  const left = new Set(head?.manifests.map(({ id }) => identity(id)));
  const systems = Map.groupBy(base.manifests, ({ system = "" }) => system);
  return [...systems.keys()].sort().flatMap((system): KeptPart[] => {
    if (!isRenamed({ ...base, system }, renames)) return [];
    const manifests = systems.get(system) ?? [];
    const kept = manifests.filter(({ id }) => left.has(identity(id)));
    const data = kept.filter((one) => objectMeaning(one, "removed").reversibility === "one-way");
    return [
      {
        environment: base.environment,
        system,
        target: base.target,
        kept: kept.length,
        pruned: manifests.length - kept.length,
        data: data.map(({ id }) => objectName(id)),
      },
    ];
  });
}

function isRenamed(
  { environment, system, target }: Pick<KeptPart, "environment" | "system" | "target">,
  { systems, targets }: Renames,
): boolean {
  return (
    [...targets.values()].includes(target) ||
    [...systems.values()].some(({ head }) => isPlaced(head, { environment, system }))
  );
}

function isPlaced(
  name: PlacedName,
  { environment, system }: Omit<PlacedName, "namespace">,
): boolean {
  return systemKey(name.environment, name.system) === systemKey(environment, system);
}
