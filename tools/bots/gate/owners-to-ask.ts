import type { AffectedOwner } from "@altostrata/pipeline";

/** Who has looked at a pull request, and who belongs to the teams that could be read. */
export interface Reviewers {
  readonly author: string;
  /** Logins of those whose approval stands. */
  readonly approvals: readonly string[];
  /** Logins by team (`@example/platform`); a team that the token may not read is missing. */
  readonly members: ReadonlyMap<string, readonly string[]>;
}

/** An owner that a change affects and of whom no approval is known. */
export interface OwnerToAsk {
  readonly owner: string;
  readonly because: AffectedOwner["because"];
  /** False where nobody can tell here who belongs to the team: then it is a name to look at and no refusal. */
  readonly known: boolean;
}

/**
 * The owners of what a change affects who have not looked, whichever files it edits. Who opened the pull request has looked, and
 * one approval counts for every owner that the person is or belongs to.
 */
export function ownersToAsk(
  owners: readonly AffectedOwner[],
  { author, approvals, members }: Reviewers,
): readonly OwnerToAsk[] {
  const looked = new Set([author, ...approvals].map((login) => login.toLowerCase()));
  return owners.flatMap(({ owner, because }): OwnerToAsk[] => {
    const people = owner.includes("/") ? members.get(owner) : [owner.slice(1)];
    if (people?.some((login) => looked.has(login.toLowerCase()))) return [];
    return [{ owner, because, known: people !== undefined }];
  });
}
