import type { Diagnostic } from "../model/results/diagnostic.ts";
import { idlePatches, lineOfPatch } from "../render/objects/idle-patches.ts";
import type { EnvironmentRecord, ResolvedEstate } from "../steps.ts";

/** Reports patches that changed nothing on any target. */
export function checkPatches(
  { targets }: ResolvedEstate,
  records: readonly EnvironmentRecord[],
): readonly Diagnostic[] {
  return idlePatches(
    () =>
      targets.all.flatMap((target) =>
        target.systemViews().flatMap(({ patches }) => patches.map(lineOfPatch)),
      ),
    records.flatMap((record) => record.patches),
  );
}
