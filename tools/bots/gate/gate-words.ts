import type { MissingNote } from "../change-note/missing-notes.ts";
import type { OwnerToAsk } from "./owners-to-ask.ts";

/** A production environment without a note, in words with what to do. */
export function wordMissingNote({ environment, needs, says }: MissingNote): string {
  return says === undefined
    ? `${environment} changes and serves production, and no change note tells its operators. Run npm run note, read what it wrote, and commit it.`
    : `${environment}: its change note says ${says}, and the change is ${needs}. Write ${needs} in the note; environments/README.md says what the words mean.`;
}

/** An owner who has not looked, with what of theirs changes. */
export function wordOwner({ owner, because, known }: OwnerToAsk): string {
  const what = because.map(({ kind, name }) => `${kind} ${name}`).join(", ");
  return known
    ? `${owner} has not approved, and the change affects ${what}.`
    : `${owner} must look, for the change affects ${what}. Whether somebody of the team has, GitHub does not tell this token.`;
}
