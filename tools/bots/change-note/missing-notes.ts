import type { Comparison } from "@altostrata/pipeline";
import { bumps, bumpsOf, productionOf, type Bump } from "./bumps.ts";
import { readNote } from "./change-note.ts";
import { newNotes, type NoteFiles } from "./plan-notes.ts";

/** A production environment whose change has no new note, or a note of too small a size. */
export interface MissingNote {
  readonly environment: string;
  readonly needs: Bump;
  /** The size in its notes; absent without a note. */
  readonly written?: Bump;
}

/** The changed production environments without a sufficient note, sorted by name. */
export function missingNotes(
  comparison: Comparison,
  { before, now }: { before: NoteFiles; now: NoteFiles },
): readonly MissingNote[] {
  const production = productionOf(comparison);
  const sizes = notedBumps(newNotes(before, now));
  return [...bumpsOf(comparison)].flatMap(([environment, needs]): MissingNote[] => {
    if (!production.has(environment)) return [];
    const written = sizes.get(environment);
    if (written === undefined) return [{ environment, needs }];
    return rank(written) < rank(needs) ? [{ environment, needs, written }] : [];
  });
}

/** The largest size in the notes of each environment. */
function notedBumps(notes: NoteFiles): ReadonlyMap<string, Bump> {
  const sizes = new Map<string, Bump>();
  for (const content of notes.values()) {
    for (const [name, bump] of Object.entries(readNote(content)?.environments ?? {})) {
      const known = sizes.get(name);
      if (known === undefined || rank(known) < rank(bump)) sizes.set(name, bump);
    }
  }
  return sizes;
}

function rank(bump: Bump): number {
  return bumps.indexOf(bump);
}
