import { readNote } from "./change-note.ts";
import type { NoteFiles } from "./plan-notes.ts";

/** The notes of a state, and the environments that have a version in it. */
export interface NotedState {
  readonly notes: NoteFiles;
  readonly environments: ReadonlySet<string>;
}

/** A note that would keep every release from being made, and why. */
export interface FaultyNote {
  readonly name: string;
  readonly why: "unreadable" | "names-no-environment";
}

/**
 * The notes that Changesets cannot use after a change and could before, or that were not there: it stops at the first one, and nobody
 * need approve a note. A change that removes an environment makes its waiting notes faulty. Sorted by name.
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
