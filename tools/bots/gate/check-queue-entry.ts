import { GitError } from "@altostrata/git";
import type { ChangeDigests } from "@altostrata/pipeline";
import { compareBranch, compareCommits } from "../publish/compare-commits.ts";
import type { PublishContext } from "../publish/publish-context.ts";
import { allChangeDigests } from "./all-change-digests.ts";
import { askedOwners } from "./asked-owners.ts";
import type { GateResult } from "./gate-verdict.ts";
import { describeOwner, describeVoidApproval } from "./gate-messages.ts";
import { approvalsThatRefuse, checkApprovals, type ApprovedEffect } from "./check-approvals.ts";
import { checkState } from "./check-state.ts";
import { noteRefusals } from "./note-refusals.ts";
import type { QueueEntry } from "./queue-entry.ts";
import { standingApprovals, type Approval } from "./standing-approvals.ts";

/** Evaluates an entry of the merge queue against the approvals of its pull request. */
export async function checkQueueEntry(
  context: PublishContext,
  entry: QueueEntry,
  head: string,
): Promise<GateResult> {
  const { client, repository, git } = context;
  const { number } = entry;
  const { data: pull } = await client.rest.pulls.get({ ...repository, pull_number: number });
  const base = await checkedBase(context, entry, { group: head, pull: pull.head.sha });
  const now = await compareCommits(context, base, head);
  const approvals = checkApprovals(
    allChangeDigests(now.comparison, now.files),
    await approvedEffects(context, base, await standingApprovals(client, repository, number)),
  );
  const asked = await askedOwners(context, now.comparison.owners, {
    author: pull.user.login,
    approvals: approvals.standing,
  });
  const refusing = approvalsThatRefuse(approvals, asked);
  return {
    refusals: [
      ...checkState(number, now.comparison),
      ...(await noteRefusals(git, now.comparison, now)),
      ...refusing.map(describeVoidApproval),
      ...asked.filter(({ known }) => known).map(describeOwner),
    ],
    hints: [
      ...approvals.void.filter((one) => !refusing.includes(one)).map(describeVoidApproval),
      ...asked.filter(({ known }) => !known).map(describeOwner),
    ],
  };
}

/**
 * The commit that the entry was built on. GitHub does not document the commit in the branch's name, so this accepts it only when
 * no change of the pull request can be behind it. Throws GitError otherwise.
 */
async function checkedBase(
  { git, fetch }: PublishContext,
  { base }: QueueEntry,
  { group, pull }: { readonly group: string; readonly pull: string },
): Promise<string> {
  for (const commit of [base, group, pull]) {
    if (!(await fetch(commit)))
      throw new GitError(`commit ${commit.slice(0, 12)} cannot be fetched`);
  }
  const isBelow = base !== group && (await git.mergeBase(base, group)) === base;
  const hasPull = (await git.mergeBase(base, pull)) === pull;
  if (!isBelow || hasPull) {
    throw new GitError(
      `the base of the merge queue's commit ${group.slice(0, 12)} is unknown: its branch names ${base.slice(0, 12)}`,
    );
  }
  return base;
}

/** The approvals with the effect of the pull request at the commit of each. */
async function approvedEffects(
  context: PublishContext,
  base: string,
  approvals: readonly Approval[],
): Promise<readonly ApprovedEffect[]> {
  const effects = new Map<string, ChangeDigests | undefined>();
  for (const commit of new Set(approvals.map((approval) => approval.commit)))
    effects.set(commit, await effectAt(context, base, commit));
  return approvals.map(({ login, commit }) => {
    const effect = effects.get(commit);
    return { login, ...(effect ? { effect } : {}) };
  });
}

/** Undefined when the commit is gone or its rules are unusable. */
async function effectAt(
  context: PublishContext,
  base: string,
  commit: string,
): Promise<ChangeDigests | undefined> {
  try {
    const { comparison, files } = await compareBranch(context, base, commit);
    return allChangeDigests(comparison, files);
  } catch (error) {
    if (!(error instanceof GitError)) throw error;
    context.log(`cannot compare an approved commit: ${error.message}`);
    return undefined;
  }
}
