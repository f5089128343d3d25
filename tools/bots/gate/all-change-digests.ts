import type { FileChanges } from "@altostrata/git";
import { changeDigests, type Comparison, type ChangeDigests } from "@altostrata/pipeline";
import { isNote } from "../change-note/note-files.ts";

/**
 * All that a pull request does: to objects, and in files, for a rule, a tool, a workflow, a waiver or a promise renders nothing. Notes
 * are left out: they tell the change to operators and may be worded better after it was approved.
 */
export function allChangeDigests(comparison: Comparison, files: FileChanges): ChangeDigests {
  const told = Object.entries(files).filter(([path]) => !isNote(path));
  return {
    ...changeDigests(comparison),
    ...Object.fromEntries(told.map(([path, digest]) => [`the file ${path}`, digest])),
  };
}
