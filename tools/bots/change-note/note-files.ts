import type { NoteFiles } from "./plan-notes.ts";

/** The folder of Changesets' notes, below the estate. */
export const notesFolder = "environments/.changeset";

/** The notes among the files of that folder. */
export function notesAmong(files: ReadonlyMap<string, string>): NoteFiles {
  return new Map([...files].filter(([name]) => isNoteName(name)));
}

/** Whether a path below the estate is a note. */
export function isNote(path: string): boolean {
  const folder = `${notesFolder}/`;
  return path.startsWith(folder) && isNoteName(path.slice(folder.length));
}

function isNoteName(name: string): boolean {
  return name.endsWith(".md") && name !== "README.md" && !name.includes("/");
}
