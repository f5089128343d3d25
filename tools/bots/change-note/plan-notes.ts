import { createHash } from "node:crypto";
import type { Comparison } from "@altostrata/pipeline";
import { environmentNote } from "@altostrata/report/change";
import { bumpsOf, productionOf } from "./bumps.ts";
import { printNote, readNote, type ChangeNote } from "./change-note.ts";

/** Notes as content by file name. */
export type NoteFiles = ReadonlyMap<string, string>;

/** The edits that make the notes fit the change. Edited and older notes stay as they are. */
export interface NotePlan {
  readonly write: ReadonlyMap<string, string>;
  readonly remove: readonly string[];
  /** Edited notes, which stay as they are. */
  readonly kept: readonly string[];
}

/** Plans a note for each changed production environment. Environments with the same text share one. */
export function planNotes(
  comparison: Comparison,
  { before, now }: { before: NoteFiles; now: NoteFiles },
): NotePlan {
  const own = [...newNotes(before, now)].map(([name, content]) => ({
    name,
    content,
    note: readNote(content),
  }));
  const edited = own.filter(({ note }) => note?.edited !== false);
  const covered = new Set(edited.flatMap(({ note }) => Object.keys(note?.environments ?? {})));
  const wanted = neededNotes(comparison, covered).map((note): [string, string] => {
    const content = printNote(note);
    return [fileName(note, content, before), content];
  });
  const names = new Set(wanted.map(([name]) => name));
  return {
    write: new Map(wanted.filter(([name, content]) => now.get(name) !== content)),
    remove: own
      .filter(({ name, note }) => note?.edited === false && !names.has(name))
      .map(({ name }) => name),
    kept: edited.map(({ name }) => name),
  };
}

/** Notes that a change adds or edits. Older ones describe other changes. */
export function newNotes(before: NoteFiles, now: NoteFiles): NoteFiles {
  return new Map([...now].filter(([name, content]) => before.get(name) !== content));
}

function neededNotes(comparison: Comparison, covered: ReadonlySet<string>): readonly ChangeNote[] {
  const production = productionOf(comparison);
  const single = [...bumpsOf(comparison)]
    .filter(([name]) => production.has(name) && !covered.has(name))
    .map(([name, bump]) => ({ name, bump, text: environmentNote(comparison, name) }));
  return [...Map.groupBy(single, ({ bump, text }) => `${bump} ${text}`).values()].map((group) => ({
    environments: Object.fromEntries(group.map(({ name, bump }) => [name, bump])),
    text: group[0]?.text ?? "",
  }));
}

/** The first environment and a digest, so that two concurrent changes use different names. */
function fileName({ environments }: ChangeNote, content: string, before: NoteFiles): string {
  const [first = "", ...others] = Object.keys(environments).sort();
  const and = others.length === 0 ? "" : `-and-${others.length}-more`;
  const digest = createHash("sha256").update(content).digest("hex").slice(0, 8);
  const name = `${first}${and}-${digest}`;
  return before.has(`${name}.md`) ? `${name}-again.md` : `${name}.md`;
}
