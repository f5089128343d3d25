import type { FaultyNote } from "../change-note/faulty-notes.ts";
import { notesFolder } from "../change-note/note-files.ts";
import type { MissingNote } from "../change-note/missing-notes.ts";
import type { VoidApproval } from "./judge-approvals.ts";
import type { OwnerToAsk } from "./owners-to-ask.ts";

/** A production environment without a note, in words with what to do. */
export function wordMissingNote({ environment, needs, says }: MissingNote): string {
  return says === undefined
    ? `${environment} changes and serves production, and no change note tells its operators. Run npm run note, read what it wrote, and commit it.`
    : `${environment}: its change note says ${says}, and the change is ${needs}. Write ${needs} in the note; environments/README.md says what the words mean.`;
}

/** A note that no release could be made with, in words with what to do. */
export function wordFaultyNote({ name, why }: FaultyNote): string {
  const path = `${notesFolder}/${name}`;
  return why === "unreadable"
    ? `${path} is no change note, and no environment could be released while it is there. Remove it, or let npm run note write one.`
    : `${path} names something that is no environment with a version, or no size of a change (major, minor, patch). Correct it: no environment could be released while it is there.`;
}

/** An owner who has not looked, with what of theirs changes. */
export function wordOwner({ owner, because, known }: OwnerToAsk): string {
  const what = because.map(({ kind, name }) => `${kind} ${name}`).join(", ");
  return known
    ? `${owner} has not approved, and the change affects ${what}.`
    : `${owner} must look, for the change affects ${what}. Whether somebody of the team has, GitHub does not tell this token.`;
}

/** As many things as a message names. */
const mostNamed = 10;

/** An approval that was given to something else, with what differs and what to do. */
export function wordVoidApproval({ login, differing }: VoidApproval): string {
  if (differing.length === 0) {
    return `what @${login} approved cannot be made again, so nobody can tell whether it did the same. Have it approved again, or dismiss that approval.`;
  }
  const named = differing.slice(0, mostNamed).join(", ");
  const rest = differing.length > mostNamed ? ` and ${differing.length - mostNamed} more` : "";
  return `the effect changed since approval by @${login}, on ${named}${rest}. Look at the new report and approve again, or dismiss that approval.`;
}
