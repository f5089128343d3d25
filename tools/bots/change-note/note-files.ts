import type { NoteFiles } from "./plan-notes.ts";

/** Where Changesets reads notes, below the estate. */
export const notesFolder = "environments/.changeset";

/** The notes among the files of that folder. */
export function notesAmong(files: ReadonlyMap<string, string>): NoteFiles {
  return new Map([...files].filter(([name]) => name.endsWith(".md") && name !== "README.md"));
}
