import type { FileChanges } from "@altostrata/git";
import { changeDigests, type Comparison, type ChangeDigests } from "@altostrata/pipeline";
import { isNote } from "../change-note/note-files.ts";

/**
 * Digests of everything that a pull request changes: objects, and files, because rules, tools, workflows and waivers render nothing.
 * Change notes are left out: their wording may improve after the approval.
 */
export function allChangeDigests(comparison: Comparison, files: FileChanges): ChangeDigests {
  const described = Object.entries(files).filter(([path]) => !isNote(path));
  return {
    ...changeDigests(comparison),
    ...Object.fromEntries(described.map(([path, digest]) => [`the file ${path}`, digest])),
  };
}
