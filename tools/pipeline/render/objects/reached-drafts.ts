import type { Named } from "../../model/estate/desired-state.ts";
import { dottedPath } from "../../model/values/dotted-path.ts";
import type { Application } from "../../model/kinds/application.ts";
import { originOf, type Path } from "../../model/origins/origin.ts";
import { startOf, type Place } from "../../model/origins/place.ts";
import { missingObject } from "./apply-patches.ts";
import { shortName, type Draft } from "./draft.ts";
import type { Report } from "../report-problems.ts";

/** A line of an application's definition about one path of one vendored object. */
interface Entry {
  readonly object: string;
  readonly path: string;
}

interface EvaluationContext {
  readonly report: Report;
  readonly application: Named<Application>;
}

/** An entry whose path does not exist in a draft. */
export interface LostEntry {
  readonly entry: Entry;
  readonly draft: Draft;
}

/** Reports each missing object once, with all lines that name it; returns whether there is one. */
export function reportMissingObjects(
  drafts: readonly Draft[],
  entries: readonly Entry[],
  { report, application }: EvaluationContext,
): boolean {
  const missing = Map.groupBy(entries, ({ object }) => object)
    .entries()
    .filter(([object]) => !drafts.some((draft) => shortName(draft.id) === object))
    .toArray();
  for (const [object, of] of missing) {
    const [at, ...related] = of.map((entry) => placeOfEntry(entry, "object", application));
    if (at) report.problem("patch-object-missing", at, missingObject(object, drafts), { related });
  }
  return missing.length > 0;
}

/** Returns the drafts that an entry names, each with its path inside; missing paths are added to `lost`. */
export function reachedDrafts(
  drafts: readonly Draft[],
  entry: Entry,
  { find, lost }: { find: (object: unknown, path: string) => Path | undefined; lost: LostEntry[] },
): { draft: Draft; path: Path }[] {
  const chosen = drafts.filter((draft) => shortName(draft.id) === entry.object);
  return chosen.flatMap((draft) => {
    const path = find(draft.object, entry.path);
    if (path) return [{ draft, path }];
    draft.withheld = true;
    lost.push({ entry, draft });
    return [];
  });
}

/** Reports missing paths: once for all that miss the same key, such as a renamed container. */
export function reportLostEntries(
  lost: readonly LostEntry[],
  { report, application }: EvaluationContext,
): void {
  const byKey = Map.groupBy(lost, ({ entry, draft }) =>
    JSON.stringify([draft.id, missingKey(draft.object, entry.path)]),
  );
  for (const [first, ...others] of byKey.values()) {
    if (!first) continue;
    const { object, path } = first.entry;
    const related = others.map(({ entry }) => placeOfEntry(entry, "path", application));
    const at = placeOfEntry(first.entry, "path", application);
    report.problem("patch-path-missing", at, { object, path }, { object: first.draft.id, related });
  }
}

/** Returns the shortest missing prefix of a path. */
function missingKey(object: unknown, path: string): string {
  const parts = path.split(".");
  const starts = parts.map((_, index) => parts.slice(0, index + 1).join("."));
  return starts.find((start) => dottedPath(object, start) === undefined) ?? path;
}

/** Returns the place of an entry's key in the application's definition. */
export function placeOfEntry(entry: object, key: string, { file }: { file: string }): Place {
  return originOf(entry, key)?.place ?? startOf(file);
}
