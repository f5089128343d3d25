import type { FaultyNote } from "../change-note/faulty-notes.ts";
import { notesFolder } from "../change-note/note-files.ts";
import type { MissingNote } from "../change-note/missing-notes.ts";
import type { VoidApproval } from "./check-approvals.ts";
import type { OwnerToAsk } from "./owners-to-ask.ts";

/** A production environment without a change note, with the remedy. */
export function describeMissingNote({ environment, needs, written }: MissingNote): string {
  return written === undefined
    ? `${environment} changes and serves production, but has no change note. Run npm run note, read the note, and commit it.`
    : `The change note of ${environment} has size ${written}, but the change needs ${needs}. Set the size in the note to ${needs}; environments/README.md defines the sizes.`;
}

/** A note that would block every release, with the remedy. */
export function describeFaultyNote({ name, why }: FaultyNote): string {
  const path = `${notesFolder}/${name}`;
  return why === "unreadable"
    ? `${path} is not a change note and blocks every release. Delete it, or write a note with npm run note.`
    : `${path} names an unknown environment, or a size other than major, minor or patch. It blocks every release until it is corrected.`;
}

/** An owner without an approval, and what of theirs changes. */
export function describeOwner({ owner, because, known }: OwnerToAsk): string {
  const what = because.map(({ kind, name }) => `${kind} ${name}`).join(", ");
  return known
    ? `${owner} has not approved, and the change affects ${what}.`
    : `${owner} is affected (${what}), but the token cannot read the members of that team. GitHub's review by CODEOWNERS decides instead.`;
}

/** The most things that a message names. */
const maxNamed = 10;

/** An approval of another effect, with the differences and the remedy. */
export function describeVoidApproval({ login, differing }: VoidApproval): string {
  if (differing.length === 0) {
    return `The commit that @${login} approved is missing or cannot be compared. Ask for a new approval, or dismiss the old one.`;
  }
  const named = differing.slice(0, maxNamed).join(", ");
  const rest = differing.length > maxNamed ? ` and ${differing.length - maxNamed} more` : "";
  return `The effect changed after the approval by @${login}: ${named}${rest}. Read the new report and approve again, or dismiss that approval.`;
}
