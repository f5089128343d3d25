import type { AffectedOwner } from "@altostrata/pipeline";

/** The reviewers of a pull request, and the members of readable teams. */
export interface Reviewers {
  readonly author: string;
  /** Logins of the valid approvals. */
  readonly approvals: readonly string[];
  /** Logins by team (`@example/platform`), without teams that the token cannot read. */
  readonly members: ReadonlyMap<string, readonly string[]>;
}

/** An affected owner without a known approval. */
export interface OwnerToAsk {
  readonly owner: string;
  readonly because: AffectedOwner["because"];
  /** False for a team that the token cannot read: a hint, not a refusal. */
  readonly known: boolean;
}

/**
 * The affected owners who have not approved, by the effect and not by the edited files. The author counts as an approver. One approval
 * counts for the person and for all their teams.
 */
export function ownersToAsk(
  owners: readonly AffectedOwner[],
  { author, approvals, members }: Reviewers,
): readonly OwnerToAsk[] {
  const approvers = new Set([author, ...approvals].map((login) => login.toLowerCase()));
  return owners.flatMap(({ owner, because }): OwnerToAsk[] => {
    const people = owner.includes("/") ? members.get(owner) : [owner.slice(1)];
    if (people?.some((login) => approvers.has(login.toLowerCase()))) return [];
    return [{ owner, because, known: people !== undefined }];
  });
}
