import { isDeepStrictEqual } from "node:util";
import { closestWord } from "../model/closest-word.ts";
import type { MessageArgument } from "../model/diagnostic.ts";
import { dottedPathToSet } from "../model/dotted-path.ts";
import { originAt, originOf } from "../model/origin.ts";
import type { PicturedSystem } from "../model/picture.ts";
import type { Place } from "../model/place.ts";
import { changeDraft, valueAt } from "./change-draft.ts";
import { shortName, type Draft } from "./draft.ts";
import type { Report } from "./report-problems.ts";

type Patch = PicturedSystem["patches"][number];

/** Sets what the patches of the desired state say; one that reaches or changes nothing is reported at its line. */
export function applyPatches(
  drafts: readonly Draft[],
  patches: readonly Patch[],
  report: Report,
): void {
  for (const patch of patches) {
    const { object, value } = patch;
    const place = (key: keyof Patch): Place => placeIn(patch, key);
    const patched = drafts.filter((draft) => shortName(draft.id) === object);
    if (patched.length === 0)
      report.problem("patch-object-missing", place("object"), missingObject(object, drafts));
    for (const draft of patched) {
      const path = dottedPathToSet(draft.object, patch.path);
      if (!path) {
        report.problem("patch-path-missing", place("path"), { object, path: patch.path }, draft.id);
        continue;
      }
      const before = valueAt(draft.object, path);
      if (isDeepStrictEqual(before ?? null, value ?? null)) {
        report.problem("patch-reached-nothing", place("value"), { object }, draft.id);
        continue;
      }
      changeDraft(draft, { path, value }, (rest, below) => ({
        template: below.template,
        origin: originAt(value, rest) ?? originOf(patch, "value") ?? { place: place("value") },
        patch: place("value"),
      }));
    }
  }
}

/** What the words for an unknown object mention: those of the same kind, and the nearest name of all. */
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

function placeIn(patch: Patch, key: keyof Patch): Place {
  const origin = originOf(patch, key) ?? originOf(patch, "object");
  return origin?.place ?? { file: "", line: 1, column: 1 };
}
