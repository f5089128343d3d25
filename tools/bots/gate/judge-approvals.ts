import { differingDigests, type ChangeDigests } from "@altostrata/pipeline";
import type { OwnerToAsk } from "./owners-to-ask.ts";

/** An approval with what the pull request did at the commit that was looked at. */
export interface SeenApproval {
  readonly login: string;
  /** Absent where nobody can tell any more. */
  readonly effect?: ChangeDigests;
}

/** Approvals by whether they were given to what the pull request does now. */
export interface JudgedApprovals {
  /** Logins of those who saw this effect. */
  readonly standing: readonly string[];
  readonly void: readonly VoidApproval[];
}

/** An approval of something else, with the things on which it differs; none where nobody knows any more what was approved. */
export interface VoidApproval {
  readonly login: string;
  readonly differing: readonly string[];
}

/**
 * Tells approvals that stand from those that were given to another effect. What others merged in between voids an approval only
 * where both change the same thing.
 */
export function judgeApprovals(
  now: ChangeDigests,
  approvals: readonly SeenApproval[],
): JudgedApprovals {
  const judged = approvals.map(({ login, effect }) => ({
    login,
    gone: effect === undefined,
    differing: effect === undefined ? [] : differingDigests(effect, now),
  }));
  const stands = ({ gone, differing }: (typeof judged)[number]) => !gone && differing.length === 0;
  return {
    standing: judged.filter(stands).map(({ login }) => login),
    void: judged
      .filter((one) => !stands(one))
      .map(({ login, differing }) => ({ login, differing })),
  };
}

/**
 * Why void approvals keep a pull request out: nobody saw what it does now, or somebody's approval may count at GitHub for a team whose
 * members nobody can read here.
 */
export function approvalsThatRefuse(
  { standing, void: lost }: JudgedApprovals,
  owners: readonly Pick<OwnerToAsk, "known">[],
): readonly VoidApproval[] {
  const unsure = owners.some(({ known }) => !known);
  return standing.length === 0 || unsure ? lost : [];
}
