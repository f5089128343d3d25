import { readNote } from "./change-note.ts";
import type { NoteFiles } from "./plan-notes.ts";

/** The notes of a state, and its environments with a version. */
export interface NotedState {
  readonly notes: NoteFiles;
  readonly environments: ReadonlySet<string>;
}

/** A note that would block every release, and why. */
export interface FaultyNote {
  readonly name: string;
  readonly why: "unreadable" | "names-no-environment";
}

/**
 * New notes that Changesets cannot use, and notes that a change makes unusable, sorted by name. Changesets stops at the first one, and notes
 * need no approval. Removing an environment makes its waiting notes faulty.
 */
export function faultyNotes(before: NotedState, now: NotedState): readonly FaultyNote[] {
  const known = new Set(faultsOf(before).map(({ name }) => name));
  return faultsOf(now).filter(({ name }) => !known.has(name));
}

function faultsOf({ notes, environments }: NotedState): readonly FaultyNote[] {
  return [...notes.keys()].sort().flatMap((name): FaultyNote[] => {
    const note = readNote(notes.get(name) ?? "");
    if (note === undefined) return [{ name, why: "unreadable" }];
    const named = Object.keys(note.environments);
    const isWhole = note.others.length === 0 && named.every((one) => environments.has(one));
    return isWhole ? [] : [{ name, why: "names-no-environment" }];
  });
}
