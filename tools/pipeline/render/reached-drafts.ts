import type { Named } from "../model/desired-state.ts";
import type { Application } from "../model/kinds/application.ts";
import { originOf, type Path } from "../model/origin.ts";
import { startOf, type Place } from "../model/place.ts";
import { missingObject } from "./apply-patches.ts";
import { shortName, type Draft } from "./draft.ts";
import type { Report } from "./report-problems.ts";

/** A line of an application's definition that is about one path of one vendored object. */
interface Entry {
  readonly object: string;
  readonly path: string;
}

interface Reach {
  readonly report: Report;
  readonly application: Named<Application>;
  readonly find: (object: unknown, path: string) => Path | undefined;
}

/** Reports each object that entries name and that is not there, once with all their lines; `true` when there is one. */
export function reportMissingObjects(
  drafts: readonly Draft[],
  entries: readonly Entry[],
  { report, application }: Omit<Reach, "find">,
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

/** The drafts that an entry names, each with its path inside; a path that leads nowhere is reported at its line. */
export function reachedDrafts(
  drafts: readonly Draft[],
  entry: Entry,
  { report, application, find }: Reach,
): { draft: Draft; path: Path }[] {
  const { object, path: text } = entry;
  const chosen = drafts.filter((draft) => shortName(draft.id) === object);
  return chosen.flatMap((draft) => {
    const path = find(draft.object, text);
    if (path) return [{ draft, path }];
    draft.withheld = true;
    const at = placeOfEntry(entry, "path", application);
    report.problem("patch-path-missing", at, { object, path: text }, { object: draft.id });
    return [];
  });
}

/** The line of the application's definition that says a key of an entry. */
export function placeOfEntry(entry: object, key: string, { file }: { file: string }): Place {
  return originOf(entry, key)?.place ?? startOf(file);
}
