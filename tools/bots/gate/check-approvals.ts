import { differingDigests, type ChangeDigests } from "@altostrata/pipeline";
import type { OwnerToAsk } from "./owners-to-ask.ts";

/** An approval with the effect of the approved commit. */
export interface ApprovedEffect {
  readonly login: string;
  /** Absent when the commit cannot be compared. */
  readonly effect?: ChangeDigests;
}

/** Approvals, split by whether they cover the present effect. */
export interface CheckedApprovals {
  /** Logins of the valid approvals. */
  readonly standing: readonly string[];
  readonly void: readonly VoidApproval[];
}

/** An approval of another effect, with the differences. None when the approved commit cannot be compared. */
export interface VoidApproval {
  readonly login: string;
  readonly differing: readonly string[];
}

/**
 * Splits approvals into those of the present effect and those of another one. Merges by others void an approval only when both change
 * the same thing.
 */
export function checkApprovals(
  now: ChangeDigests,
  approvals: readonly ApprovedEffect[],
): CheckedApprovals {
  const compared = approvals.map(({ login, effect }) => ({
    login,
    isUnknown: effect === undefined,
    differing: effect === undefined ? [] : differingDigests(effect, now),
  }));
  const isValid = ({ isUnknown, differing }: (typeof compared)[number]) =>
    !isUnknown && differing.length === 0;
  return {
    standing: compared.filter(isValid).map(({ login }) => login),
    void: compared
      .filter((one) => !isValid(one))
      .map(({ login, differing }) => ({ login, differing })),
  };
}

/**
 * The void approvals that block a merge: all of them when no valid approval exists, or when an unreadable team is affected, because GitHub
 * may count one of them for that team.
 */
export function approvalsThatRefuse(
  { standing, void: voided }: CheckedApprovals,
  owners: readonly Pick<OwnerToAsk, "known">[],
): readonly VoidApproval[] {
  const unsure = owners.some(({ known }) => !known);
  return standing.length === 0 || unsure ? voided : [];
}
