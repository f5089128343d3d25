import type { Diagnostic } from "../model/diagnostic.ts";
import { originOf } from "../model/origin.ts";
import type { PicturedSystem } from "../model/picture.ts";
import type { Place } from "../model/place.ts";

export type Patch = PicturedSystem["patches"][number];

/** What one patch did to one system on one target, and what to say if it did as little everywhere. */
export interface PatchOutcome {
  readonly patch: Patch;
  /** It changed something; nothing, as it is so already; or it has a message of its own. */
  readonly fate: "reached" | "idle" | "reported";
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Patches that changed nothing on any target where their layer counts: a line of an environment may be needed on one target and
 * be so already on the next. Of patches that some target of `all` was not asked about, nothing is said.
 */
export function idlePatches(
  all: readonly Pick<PicturedSystem, "patches">[],
  outcomes: readonly PatchOutcome[],
): Diagnostic[] {
  const wanted = new Map<string, number>();
  for (const patch of all.flatMap(({ patches }) => patches)) {
    const line = lineOf(patch);
    wanted.set(line, (wanted.get(line) ?? 0) + 1);
  }
  return [...Map.groupBy(outcomes, ({ patch }) => lineOf(patch))].flatMap(([line, ofLine]) => {
    const idle = ofLine.every(({ fate }) => fate === "idle") && ofLine.length === wanted.get(line);
    return idle ? ofLine.flatMap(({ diagnostics }) => diagnostics) : [];
  });
}

/** The line of the desired state that says a key of a patch. */
export function placeOfPatch(patch: Patch, key: keyof Patch): Place {
  const origin = originOf(patch, key) ?? originOf(patch, "object");
  return origin?.place ?? { file: "", line: 1, column: 1 };
}

function lineOf(patch: Patch): string {
  const { file, line, column } = placeOfPatch(patch, "value");
  return `${file}:${line}:${column}`;
}
