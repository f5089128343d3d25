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

/** The drafts that an entry names, each with its path inside; an entry that leads nowhere is reported at its line. */
export function reachedDrafts(
  drafts: readonly Draft[],
  entry: Entry,
  { report, application, find }: Reach,
): { draft: Draft; path: Path }[] {
  const { object, path: text } = entry;
  const chosen = drafts.filter((draft) => shortName(draft.id) === object);
  if (chosen.length === 0) {
    const at = placeOfEntry(entry, "object", application);
    report.problem("patch-object-missing", at, missingObject(object, drafts));
  }
  return chosen.flatMap((draft) => {
    const path = find(draft.object, text);
    if (path) return [{ draft, path }];
    const at = placeOfEntry(entry, "path", application);
    report.problem("patch-path-missing", at, { object, path: text }, draft.id);
    return [];
  });
}

/** The line of the application's definition that says a key of an entry. */
export function placeOfEntry(entry: object, key: string, { file }: { file: string }): Place {
  return originOf(entry, key)?.place ?? startOf(file);
}
