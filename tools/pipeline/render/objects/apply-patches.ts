import { isDeepStrictEqual } from "node:util";
import { closestWord } from "../../model/values/closest-word.ts";
import type { MessageArgument } from "../../model/results/diagnostic.ts";
import { dottedPathToSet } from "../../model/values/dotted-path.ts";
import { originAt, originOf } from "../../model/origins/origin.ts";
import { valueAt } from "../../model/values/value-at.ts";
import { changeDraft } from "./change-draft.ts";
import { shortName, type Draft } from "./draft.ts";
import { isForbiddenKey } from "../../model/values/forbidden-key.ts";
import { lineOfPatch, placeOfPatch, type Patch, type PatchOutcome } from "./idle-patches.ts";
import type { Report } from "../report-problems.ts";

/**
 * Applies the patches of the desired state and reports each invalid path at its line. Returns the outcome of each
 * patch.
 */
export function applyPatches(
  drafts: readonly Draft[],
  patches: readonly Patch[],
  { report, reportIdle }: { report: Report; reportIdle: () => Report },
): PatchOutcome[] {
  return patches.map((patch) => {
    const { object } = patch;
    const patched = drafts.filter((draft) => shortName(draft.id) === object);
    const idle = reportIdle();
    // The object may be one that could not be rendered.
    if (patched.length === 0 && !report.lacksObjects()) {
      const at = placeOfPatch(patch, "object");
      report.problem("patch-object-missing", at, missingObject(object, drafts));
    }
    const fates = patched.map((draft) => applyPatch(draft, patch, { report, idle }));
    const fate = (["reached", "reported", "idle"] as const).find((one) => fates.includes(one));
    return {
      line: lineOfPatch(patch),
      fate: fate ?? "reported",
      diagnostics: idle.diagnostics,
    };
  });
}

function applyPatch(
  draft: Draft,
  patch: Patch,
  { report, idle }: { report: Report; idle: Report },
): PatchOutcome["fate"] {
  const { object, value } = patch;
  const at = placeOfPatch(patch, "value");
  const path = dottedPathToSet(draft.object, patch.path);
  if (!path || path.some((key) => isForbiddenKey(String(key)))) {
    const args = { object, path: patch.path };
    report.problem("patch-path-missing", placeOfPatch(patch, "path"), args, { object: draft.id });
    return "reported";
  }
  if (isDeepStrictEqual(valueAt(draft.object, path) ?? null, value ?? null)) {
    idle.problem("patch-reached-nothing", at, { object }, { object: draft.id });
    return "idle";
  }
  changeDraft(draft, { path, value }, (rest, below) => ({
    template: below.template,
    origin: originAt(value, rest) ?? originOf(patch, "value") ?? { place: at },
    patch: at,
  }));
  return "reached";
}

/** Builds the arguments of the message for an unknown object: objects of the same kind, and the nearest name. */
export function missingObject(
  object: string,
  drafts: readonly Draft[],
): Record<string, MessageArgument> {
  const all = [...new Set(drafts.map((draft) => shortName(draft.id)))].sort();
  const suggestion = closestWord(object, all);
  const kind = `${object.split("/")[0]}/`;
  const known = all.filter((name) => name.startsWith(kind));
  return {
    object,
    ...(suggestion !== undefined && { suggestion }),
    ...(known.length > 0 && { known }),
  };
}
