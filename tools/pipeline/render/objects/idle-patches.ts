import type { Diagnostic } from "../../model/results/diagnostic.ts";
import { originOf } from "../../model/origins/origin.ts";
import type { SystemView } from "../../model/view/view.ts";
import { placeText, type Place } from "../../model/origins/place.ts";

export type Patch = SystemView["patches"][number];

/** The effect of one patch on one system on one target, and the diagnostic to report if it is idle everywhere. */
export interface PatchOutcome {
  /** The line of the desired state that declares it. */
  readonly line: string;
  /** It changed something, it was idle because the value was already set, or it has its own diagnostic. */
  readonly fate: "reached" | "idle" | "reported";
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Patches that changed nothing on any target where their layer counts: a line of an environment may be needed on one target and
 * be so already on the next. `all` gives a line for each target that a patch is meant for, and is only asked where one was idle
 * wherever it was tried; where it was not tried on all of them, nothing is said.
 */
export function idlePatches(
  all: () => readonly string[],
  outcomes: readonly PatchOutcome[],
): Diagnostic[] {
  const idle = [...Map.groupBy(outcomes, ({ line }) => line)].filter(([, ofLine]) =>
    ofLine.every(({ fate }) => fate === "idle"),
  );
  if (idle.length === 0) return [];
  const wanted = new Map<string, number>();
  for (const line of all()) {
    wanted.set(line, (wanted.get(line) ?? 0) + 1);
  }
  return idle
    .filter(([line, ofLine]) => ofLine.length === wanted.get(line))
    .flatMap(([, ofLine]) => ofLine.flatMap(({ diagnostics }) => diagnostics));
}

/** Returns the place of a patch's key in the desired state. */
export function placeOfPatch(patch: Patch, key: keyof Patch): Place {
  const origin = originOf(patch, key) ?? originOf(patch, "object");
  return origin?.place ?? { file: "", line: 1, column: 1 };
}

/** The same as text: `file:line:column`. */
export function lineOfPatch(patch: Patch): string {
  return placeText(placeOfPatch(patch, "value"));
}
