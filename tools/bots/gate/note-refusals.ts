import { listFiles, readFolder, type Repository } from "@altostrata/git";
import type { Comparison } from "@altostrata/pipeline";
import { faultyNotes, type NotedState } from "../change-note/faulty-notes.ts";
import { missingNotes } from "../change-note/missing-notes.ts";
import { notesAmong, notesFolder } from "../change-note/note-files.ts";
import { describeFaultyNote, describeMissingNote } from "./gate-messages.ts";

/** Refusals for missing change notes, and for notes that would block a release. */
export async function noteRefusals(
  git: Repository,
  comparison: Comparison,
  { base, head }: { readonly base: string; readonly head: string },
): Promise<readonly string[]> {
  const [before, now] = [await notedState(git, base), await notedState(git, head)];
  return [
    ...missingNotes(comparison, { before: before.notes, now: now.notes }).map(describeMissingNote),
    ...faultyNotes(before, now).map(describeFaultyNote),
  ];
}

async function notedState(git: Repository, commit: string): Promise<NotedState> {
  const notes = notesAmong(await readFolder(git, commit, notesFolder));
  const files = await listFiles(git, commit, "environments");
  const versioned = files.flatMap((path) => /^([^/]+)\/package\.json$/.exec(path)?.[1] ?? []);
  return { notes, environments: new Set(versioned) };
}
