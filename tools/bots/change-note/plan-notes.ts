import { createHash } from "node:crypto";
import type { Comparison } from "@altostrata/pipeline";
import { environmentNote } from "@altostrata/report/change";
import { bumpsOf, productionOf } from "./bumps.ts";
import { printNote, readNote, type ChangeNote } from "./change-note.ts";

/** The notes that are there, as content by file name. */
export type NoteFiles = ReadonlyMap<string, string>;

/** What to do so that the notes fit the change; nothing of it touches what somebody edited, or what was there before the change. */
export interface NotePlan {
  readonly write: ReadonlyMap<string, string>;
  readonly remove: readonly string[];
  /** Notes that somebody edited, which stay as they are. */
  readonly kept: readonly string[];
}

/** Plans a note for each production environment that a change touches; those with the same words share one. */
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

/** Notes that a change adds or alters: an older one speaks of another change. */
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

/** The first environment and a digest: two changes at a time must not want the same name. */
function fileName({ environments }: ChangeNote, content: string, before: NoteFiles): string {
  const [first = "", ...others] = Object.keys(environments).sort();
  const and = others.length === 0 ? "" : `-and-${others.length}-more`;
  const digest = createHash("sha256").update(content).digest("hex").slice(0, 8);
  const name = `${first}${and}-${digest}`;
  return before.has(`${name}.md`) ? `${name}-again.md` : `${name}.md`;
}
